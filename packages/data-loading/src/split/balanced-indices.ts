import { ArgumentError, createRng } from '@animals/core';
import { countLabels } from './class-weights.ts';

/** How many samples an epoch draws, and by which seed. */
export interface SampleOptions {
  /** As many as there are when left out. */
  readonly count?: number;
  readonly seed?: number;
  /** Another epoch, another draw. */
  readonly epoch?: number;
}

/**
 * Draws an epoch's samples so that every class comes equally often, to within one.
 *
 * Within a class no sample comes again before all others have come; the order of the whole is random.
 * @param labels class indices from 0
 * @returns indices of samples; deterministic for seed and epoch
 * @throws ArgumentError if a label is no class index, a class has no sample, or count is no whole number of at least 1.
 */
export function balancedIndices(labels: ArrayLike<number>, options: SampleOptions = {}): Uint32Array {
  const { count = labels.length, seed = 0, epoch = 0 } = options;
  const classes = countLabels(labels).length;
  checkCount(count);
  const rng = createRng(seed).split('balanced').split(epoch);
  const order = rng.split('classes').permutation(classes);
  const drawn: number[] = [];
  for (const [turn, label] of order.entries()) {
    const members = Array.from(labels, (_, i) => i).filter((i) => labels[i] === label);
    const wanted = Math.floor(count / classes) + (turn < count % classes ? 1 : 0);
    for (let round = 0, left = wanted; left > 0; round++, left -= members.length) {
      const shuffled = rng.split(`class ${label}`).split(round).permutation(members.length);
      for (const at of shuffled.subarray(0, Math.min(left, members.length))) drawn.push(members[at] as number);
    }
  }
  return Uint32Array.from(rng.split('order').permutation(count), (at) => drawn[at] as number);
}

/** Refuses a count that is none. */
export function checkCount(count: number): void {
  if (Number.isSafeInteger(count) && count >= 1) return;
  throw new ArgumentError('count', `count must be a whole number of at least 1, got ${count}`);
}
