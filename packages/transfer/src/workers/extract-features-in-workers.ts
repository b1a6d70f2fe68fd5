import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { ArgumentError, type ImageSet } from '@animals/core';
import { createProcessPool, type Executor } from '@animals/run';
import type { Base } from '../bases/create-base.ts';
import type { ExtractOptions } from '../features/extract-features.ts';
import type { Features } from '../features/features.ts';
import { type FeatureBatch, planBatches } from '../features/plan-batches.ts';
import { refuseZeros } from '../features/refuse-zeros.ts';
import { packBase } from './pack-base.ts';
import type { ForwardJob } from './worker-jobs.ts';

/** How features are extracted by several processes. */
export interface WorkerExtractOptions extends ExtractOptions {
  /** Processes, from 1; one for each core when left out, and never more than there are batches. */
  readonly workers?: number;
}

/**
 * As `extractFeatures`, with the batches spread over processes: worth it for some hundreds of pictures or more, since each
 * process takes a second or two to start.
 *
 * Workers run on the wasm backend with our kernels, or on cpu where there is none: features are, whatever the number of
 * workers, those of `extractFeatures` with the same batch size, bit for bit on that backend, to rounding on another. The
 * base's weights go through a file in the system's temporary folder; beside the result, a batch a worker is in memory.
 * @throws what `extractFeatures` throws, and ArgumentError if `workers` is no whole number from 1, or the base was changed
 * after `createBase` or `foldBatchNorm` made it; DataError if the weights cannot be written; WorkerDiedError if a process ends.
 */
export async function extractFeaturesInWorkers(
  base: Base,
  images: ImageSet,
  options: WorkerExtractOptions = {},
): Promise<Features> {
  const { workers = availableParallelism(), signal } = options;
  if (!Number.isSafeInteger(workers) || workers < 1) {
    throw new ArgumentError('workers', `workers must be a whole number from 1, got ${workers}`);
  }
  const { batches, rows, columns } = planBatches(base, images, options);
  signal?.throwIfAborted();
  const features = { data: new Float32Array(rows * columns), rows, columns };
  if (rows === 0) return features;
  const folder = await mkdtemp(path.join(tmpdir(), 'animals-base-'));
  const pool = createProcessPool({ jobs: jobsUrl(), workers: Math.min(workers, batches.length) });
  try {
    const packed = await packBase(base, path.join(folder, 'weights.safetensors'));
    const submit = ({ indices }: FeatureBatch) => {
      const input: ForwardJob = { base: packed, images: take(images, indices), count: indices.length };
      return pool.submit<ForwardJob, Float32Array>({ name: 'forward', input }, { signal });
    };
    await drain(batches, pool, { submit, features, options });
  } finally {
    await pool.close();
    await rm(folder, { recursive: true, force: true });
  }
  return features;
}

interface Work {
  submit(batch: FeatureBatch): Promise<Float32Array>;
  /** Filled. */
  readonly features: Features;
  readonly options: ExtractOptions;
}

/** Each worker takes the next batch when it is done with one, so that no more pixels than theirs are copied at a time. */
async function drain(batches: readonly FeatureBatch[], { workers }: Executor, work: Work): Promise<void> {
  const { submit, features, options } = work;
  const { data, rows, columns } = features;
  const left = batches.values();
  let done = 0;
  const run = async () => {
    for (const batch of left) {
      const part = await submit(batch);
      if (batch.start === 0) refuseZeros(part);
      data.set(part, batch.start * columns);
      done += batch.indices.length;
      options.onProgress?.({ done, total: rows, label: 'pictures' });
    }
  };
  await Promise.all(Array.from({ length: workers }, run));
}

/** A copy of the pictures at `indices`. */
function take({ pixels, height, width, channels }: ImageSet, indices: Uint32Array): ForwardJob['images'] {
  const size = height * width * channels;
  const taken = new Uint8Array(indices.length * size);
  for (const [i, index] of indices.entries()) taken.set(pixels.subarray(index * size, (index + 1) * size), i * size);
  return { pixels: taken, height, width, channels };
}

/** Beside this module, in the form in which it runs: source, ES module or CommonJS. */
function jobsUrl(): URL {
  const extension = /\.[cm]?[jt]s$/.exec(new URL(import.meta.url).pathname)?.[0] ?? '.js';
  return new URL(`./worker-jobs${extension}`, import.meta.url);
}
