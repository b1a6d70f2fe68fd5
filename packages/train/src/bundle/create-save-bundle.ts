import { ArgumentError } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { BundleMeta } from './bundle.ts';
import type { BundlePlatform } from './bundle-platform.ts';
import { encodeBundle } from './encode-bundle.ts';
import { readParts } from './read-parts.ts';

/** Takes a bundle as the bytes of one file. */
export type BundleSink = (bytes: Uint8Array<ArrayBuffer>) => void | Promise<void>;

/**
 * Saves a model with all that is needed to use it: layers, weights, classes, preprocessing, threshold, temperature.
 *
 * The target is a folder, made if need be (`bundle.json` and a file of weights); a file, if its name ends in `.bundle`;
 * or a function that takes the bytes of that file. Files are replaced in one step: after a kill the old bundle or the
 * new one is there, whole. Equal bundles give equal bytes. Any sequential or functional model of TensorFlow.js will do;
 * the optimizer is not kept (see `captureState`), nor is a nested model's own `trainable`.
 * @throws ArgumentError if the model is not built, or what is said of it breaks a rule; nothing is written then.
 * @throws DataError if it cannot be written. In browsers there are no folders: give a function.
 */
export type SaveBundle = (model: LayersModel, target: string | BundleSink, meta?: BundleMeta) => Promise<void>;

/** Makes a `saveBundle` for a platform. */
export function createSaveBundle({ write }: Pick<BundlePlatform, 'write'>): SaveBundle {
  return async (model, target, meta = {}) => {
    if (typeof target !== 'function' && (typeof target !== 'string' || target === '')) {
      throw new ArgumentError('target', `target must be a path or a function that takes bytes, got ${String(target)}`);
    }
    const parts = await readParts(model, meta);
    if (typeof target === 'function') await target(await encodeBundle(parts));
    else await write(target, parts);
  };
}
