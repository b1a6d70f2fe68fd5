import { existsSync } from 'node:fs';
import path from 'node:path';
import { DataError, type OnProgress } from '@animals/core';
import { downloadFile, hashFile } from '@animals/data/download';
import { cacheFolder } from '@animals/run';
import type { BaseName } from '../bases/base-name.ts';
import type { WeightsEntry } from '../registry/weights-entry.ts';
import { type WeightsChoice, weightsOf } from '../registry/weights-of.ts';

export interface FetchWeightsOptions extends WeightsChoice {
  /** Looked into first, in this order: for files that were put there by hand. */
  readonly folders?: readonly string[];
  /** Where downloads are kept; default `weights` in the user's cache folder. */
  readonly cache?: string;
  /** `false`: only what is there, no network. */
  readonly download?: boolean;
  /** Of a mirror; default the publisher's. */
  readonly url?: string;
  readonly signal?: AbortSignal;
  /** In bytes. */
  readonly onProgress?: OnProgress;
}

/** Weights that lie on the disk. */
export interface FetchedWeights {
  /** Absolute; a file, or a folder with a model.json. */
  readonly file: string;
  readonly entry: WeightsEntry;
  /** `md5`: the file has the hash that Keras publishes. `nothing`: nobody publishes one; compare `hashTensors` with a copy you trust. */
  readonly checkedBy: 'md5' | 'nothing';
}

/**
 * Finds a network's ImageNet weights on the disk, or downloads them into the cache, where the next call finds them.
 *
 * A file is known by its published name, or as `NAME.safetensors`, `NAME.weights.h5`, `NAME.keras`, or a folder `NAME`
 * with a model.json, NAME being as in `vgg19_notop` or `mobilenet_v2_0.35_224`. A published file is checked by its md5, if
 * there is one; downloads go on where they were interrupted and appear in one step.
 * @throws ArgumentError if the name or an option breaks its rule.
 * @throws DataError if the file is not there and cannot or must not be downloaded, naming URL, size, hash and where to put
 * it; or if its hash is another.
 */
export async function fetchWeights(name: BaseName, options: FetchWeightsOptions = {}): Promise<FetchedWeights> {
  const {
    folders = [],
    cache = path.join(cacheFolder(), 'weights'),
    download = true,
    url,
    signal,
    onProgress,
  } = options;
  const entry = weightsOf(name, options);
  const found = findIn([...folders, cache], entry, name);
  if (found) return check(found, entry, signal);
  const target = path.join(cache, entry.file);
  if (!download) {
    const hash = entry.md5 ? `md5 ${entry.md5}` : 'no published hash';
    throw new DataError(target, `is not there: put the weights of ${name} there, from ${entry.url} (${hash})`);
  }
  const { file } = await downloadFile(url ?? entry.url, target, {
    ...(entry.md5 && { md5: entry.md5 }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  return { file, entry, checkedBy: entry.md5 ? 'md5' : 'nothing' };
}

function findIn(folders: readonly string[], entry: WeightsEntry, name: BaseName): string | undefined {
  const ours = ownName(name, entry);
  const names = [
    entry.file,
    `${ours}.safetensors`,
    `${ours}.weights.h5`,
    `${ours}.keras`,
    path.join(ours, 'model.json'),
  ];
  return folders.flatMap((folder) => names.map((file) => path.resolve(folder, file))).find((file) => existsSync(file));
}

/** `vgg19`, `vgg19_notop`, `mobilenet_v2_0.35_224`. */
function ownName(name: BaseName, { alpha, file, top }: WeightsEntry): string {
  const side = /_(\d+)(_tf)?(_no_top)?\.h5$/.exec(file)?.[1];
  if (side === undefined) return `${name.toLowerCase()}${top ? '' : '_notop'}`;
  const family = name === 'MobileNetV2' ? 'mobilenet_v2' : 'mobilenet';
  return `${family}_${alpha}_${side}${top ? '_top' : ''}`;
}

/** The hash is that of the published file only. */
async function check(file: string, entry: WeightsEntry, signal: AbortSignal | undefined): Promise<FetchedWeights> {
  if (entry.md5 === null || path.basename(file) !== entry.file)
    return { file: bundled(file), entry, checkedBy: 'nothing' };
  const { md5 } = await hashFile(file, signal);
  if (md5 === entry.md5) return { file, entry, checkedBy: 'md5' };
  throw new DataError(file, `is not the file that Keras publishes: its md5 is ${md5}, not ${entry.md5}; remove it`);
}

function bundled(file: string): string {
  return path.basename(file) === 'model.json' ? path.dirname(file) : file;
}
