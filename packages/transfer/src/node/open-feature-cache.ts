import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DataError, type ImageSet } from '@animals/core';
import { writeFileAtomic } from '@animals/run';
import type { Base } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import type { Features } from '../features/features.ts';
import { saveWeights } from '../weights/save-weights.ts';
import { extractFeaturesInWorkers, type WorkerExtractOptions } from '../workers/extract-features-in-workers.ts';

/** Features kept on disk, one file a picture. Several processes may use one folder at a time. */
export interface FeatureCache {
  readonly folder: string;
  /**
   * As `extractFeatures`, or with `workers` as `extractFeaturesInWorkers`, but computes only what is not there yet.
   *
   * Entries are kept by the base's weights, network, size, pooling and preprocessing, and by the picture's pixels, so
   * that a changed picture or weight is never answered by an old entry. A damaged entry is computed anew.
   */
  extractFeatures(base: Base, images: ImageSet, options?: WorkerExtractOptions): Promise<Features>;
}

const HASH_BYTES = 32;

/**
 * Opens a folder of features, made if it is not there.
 *
 * @throws DataError if the folder cannot be made.
 */
export async function openFeatureCache(folder: string): Promise<FeatureCache> {
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw new DataError(folder, `cannot be made (${(cause as NodeJS.ErrnoException).code})`, { cause });
  });
  return { folder, extractFeatures: (base, images, options = {}) => extract(folder, base, images, options) };
}

async function extract(folder: string, base: Base, images: ImageSet, options: WorkerExtractOptions): Promise<Features> {
  const own = path.join(folder, await baseKey(base));
  await mkdir(own, { recursive: true });
  const order = Array.from(options.indices ?? images.labels.keys());
  const files = order.map((index) => path.join(own, `${pictureKey(images, index)}.f32`));
  const known = await Promise.all(files.map(readEntry));
  const missing = order.filter((_, i) => known[i] === null);
  const compute = options.workers === undefined ? extractFeatures : extractFeaturesInWorkers;
  const made = missing.length > 0 ? await compute(base, images, { ...options, indices: missing }) : null;
  let next = 0;
  for (const [i, entry] of known.entries()) {
    if (entry || !made) continue;
    known[i] = made.data.slice(next * made.columns, ++next * made.columns);
    await writeEntry(files[i] as string, known[i]);
  }
  return joined(known as Float32Array[]);
}

async function baseKey(base: Base): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([1, base.name, base.settings, base.preprocessing]));
  return hash.update(await saveWeights(base.model)).digest('hex');
}

function pictureKey({ pixels, height, width, channels }: ImageSet, index: number): string {
  const size = height * width * channels;
  const hash = createHash('sha256').update(`${height}x${width}x${channels}:`);
  return hash.update(pixels.subarray(index * size, (index + 1) * size)).digest('hex');
}

/** The features of an entry; null if there is none or it is damaged. */
async function readEntry(file: string): Promise<Float32Array | null> {
  const bytes = await readFile(file).catch(() => null);
  if (!bytes || bytes.length <= HASH_BYTES || bytes.length % 4 !== 0) return null;
  const body = Uint8Array.from(bytes.subarray(HASH_BYTES));
  const isWhole = digest(body).equals(bytes.subarray(0, HASH_BYTES));
  return isWhole ? new Float32Array(body.buffer) : null;
}

async function writeEntry(file: string, features: Float32Array): Promise<void> {
  const body = new Uint8Array(features.buffer, features.byteOffset, features.byteLength);
  await writeFileAtomic(file, Buffer.concat([digest(body), body]));
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

function joined(rows: readonly Float32Array[]): Features {
  const columns = rows[0]?.length ?? 0;
  const data = new Float32Array(rows.length * columns);
  for (const [i, row] of rows.entries()) data.set(row, i * columns);
  return { data, rows: rows.length, columns };
}
