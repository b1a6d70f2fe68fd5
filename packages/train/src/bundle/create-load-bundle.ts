import { ArgumentError } from '@animals/core';
import type { Bundle } from './bundle.ts';
import type { BundlePlatform } from './bundle-platform.ts';
import { decodeBundle } from './decode-bundle.ts';
import { openParts } from './open-parts.ts';

/** Where a bundle is: a path (in browsers an address), an address, or the bytes of its one file. */
export type BundleSource = string | URL | Uint8Array | ArrayBuffer | Blob;

/** How a bundle is loaded. */
export interface LoadBundleOptions {
  /** What to call bytes in errors. Default: a file's own name, or `bundle`. */
  readonly path?: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads what `saveBundle` saved; the caller disposes the model.
 *
 * Predictions are those of the saved model, bit by bit on one backend. An address is that of the one file, of
 * `bundle.json`, or of its folder with a slash at the end. Layers that are neither TensorFlow.js' nor of this package
 * have to be registered before. Everything is checked by hash before a model is made.
 * @throws DataError if it is missing, damaged, cut short, of another version, beyond the bounds (16 MiB of header, 2 GiB
 * of weights), or holds a model that cannot be built or has other weights; no tensor is left then.
 */
export type LoadBundle = (source: BundleSource, options?: LoadBundleOptions) => Promise<Bundle>;

/** Makes a `loadBundle` for a platform. */
export function createLoadBundle({ read }: Pick<BundlePlatform, 'read'>): LoadBundle {
  return async (source, { path = defaultPath(source), signal } = {}) => {
    signal?.throwIfAborted();
    if (typeof source === 'string' || source instanceof URL) return openParts(await read(source, { signal }), path);
    const bytes = await bytesOf(source);
    signal?.throwIfAborted();
    return openParts(await decodeBundle(bytes, path), path);
  };
}

function defaultPath(source: BundleSource): string {
  if (typeof source === 'string' || source instanceof URL) return String(source);
  return 'name' in source && typeof source.name === 'string' ? source.name : 'bundle';
}

async function bytesOf(source: Exclude<BundleSource, string | URL>): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer());
  throw new ArgumentError('source', `source must be a path, an address or bytes, got ${typeof source}`);
}
