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
  /**
   * `md5`: the file has the hash that Keras publishes. `nothing`: Keras publishes none, or this is not its file; compare
   * `hashTensors` with a copy that you trust.
   */
  readonly checkedBy: 'md5' | 'nothing';
}

/**
 * Finds a network's ImageNet weights on the disk, or downloads them into the cache, where the next call finds them.
 *
 * A file is known by its published name, or as `NAME.safetensors`, `.weights.h5`, `.keras`, `.tflite`, or a folder `NAME`
 * with a model.json, NAME being as in `vgg19_notop`, `mobilenet_v2_0.35_224` or `tf2_mobilenet_v2_1.0_224_ptq`. MobileNets
 * trained at 224 pixels do where those of the size asked for are not there. A published file is checked by its md5, if
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
  const places = [...folders, cache];
  // Weights of one training size do for any other, and those of 224 are what Keras falls back on.
  const found = findIn(places, entry) ?? findIn(places, weightsOf(name, { ...choiceOf(options), size: [224, 224] }));
  if (found) return check(found, entry, signal);
  const target = path.join(cache, entry.file);
  if (!download) {
    throw new DataError(target, `is not there: put the weights of ${name} there, from ${entry.url} (${traits(entry)})`);
  }
  const { file } = await downloadFile(url ?? entry.url, target, {
    ...(entry.md5 && { md5: entry.md5, ...(entry.bytes && { bytes: entry.bytes }) }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  return { file, entry, checkedBy: entry.md5 ? 'md5' : 'nothing' };
}

function traits({ bytes, md5 }: WeightsEntry): string {
  const size = bytes ? `${(bytes / 1e6).toFixed(1)} MB, ` : '';
  return size + (md5 ? `md5 ${md5}` : 'no published hash');
}

function choiceOf({ alpha, top }: WeightsChoice): WeightsChoice {
  return { ...(alpha !== undefined && { alpha }), ...(top !== undefined && { top }) };
}

function findIn(folders: readonly string[], entry: WeightsEntry): string | undefined {
  const names = [entry.file, ...ownNames(entry)];
  return folders.flatMap((folder) => names.map((file) => path.resolve(folder, file))).find((file) => existsSync(file));
}

/** `vgg19_notop.safetensors`, `mobilenet_v2_0.35_224/model.json`; where no top is needed, files with one too. */
function ownNames({ base, alpha, file, top }: WeightsEntry): string[] {
  const side = /_(\d+)(_tf)?(_no_top)?\.h5$/.exec(file)?.[1];
  const family = base === 'MobileNetV2' ? 'mobilenet_v2' : base.toLowerCase();
  const width = Number.isInteger(alpha) ? alpha.toFixed(1) : String(alpha);
  const stem = side === undefined ? family : `${family}_${width}_${side}`;
  const [bare, full] = side === undefined ? [`${stem}_notop`, stem] : [stem, `${stem}_top`];
  return [...(top ? [full] : [bare, full]), `tf2_${stem}_ptq`].flatMap((name) => [
    ...['.safetensors', '.weights.h5', '.keras', '.tflite'].map((ending) => name + ending),
    path.join(name, 'model.json'),
  ]);
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
