import { type BackendName, useBackend } from '@animals/backend';
import { openBlobs } from '@animals/run';
import { type FineTuneOptions, fineTune } from '@animals/transfer';
import type { BaseChoice } from '../bases.ts';
import { loadFoundBase } from '../load-found-base.ts';
import type { FineTuneSettings } from '../profiles.ts';
import { type StoredImages, unpackImages } from '../stored-images.ts';

/** One fold of a network's fine-tuning, as plain data that crosses to a worker. */
export interface FineTuneFoldJob {
  readonly images: StoredImages;
  /** Folder of blobs. */
  readonly work: string;
  readonly backend: BackendName;
  readonly base: BaseChoice;
  readonly train: Uint32Array;
  /** What either training stops by; no part of `train` or `test`. */
  readonly validation: Uint32Array;
  readonly test: Uint32Array;
  readonly seed: number;
  readonly tuning: FineTuneSettings;
}

export interface FineTuneFoldResult {
  /** Of class 1, for the test part, in its order. */
  readonly probabilities: readonly number[];
}

/** What is reported after each epoch. */
export type FineTuneEpoch = Parameters<NonNullable<FineTuneOptions['onEpoch']>>[0];

export interface FineTuneFoldContext {
  readonly signal: AbortSignal;
  progress(value: FineTuneEpoch): void;
}

/** Trains a network on with what a fold has to learn from, and only then lets it see the fold's test part. */
export async function fineTuneFold(
  { work, backend, base: choice, train, validation, test, seed, tuning, ...job }: FineTuneFoldJob,
  { signal, progress }: FineTuneFoldContext,
): Promise<FineTuneFoldResult> {
  await useBackend({ prefer: [backend] });
  const images = unpackImages(await (await openBlobs(work)).get(job.images.hash), job.images);
  const base = await loadFoundBase(choice, { size: images.width, fold: false });
  try {
    const { validation: _, ...options } = tuning;
    const data = { images, train, validation };
    const tuned = await fineTune(base, data, { ...options, seed, signal, onEpoch: progress });
    try {
      const { data: probabilities } = await tuned.predictProbability(images, test);
      return { probabilities: Array.from(test, (_, i) => probabilities[2 * i + 1] as number) };
    } finally {
      tuned.dispose();
    }
  } finally {
    base.dispose();
  }
}
