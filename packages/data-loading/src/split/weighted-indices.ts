import { ArgumentError, createRng } from '@animals/core';
import { checkCount, type SampleOptions } from './balanced-indices.ts';

/**
 * Draws an epoch's samples with replacement, each as often on average as its weight says.
 *
 * @param weights one a sample, from 0, not all 0; they need not add up to 1
 * @returns indices of samples; deterministic for seed and epoch
 * @throws ArgumentError if a weight is no finite number from 0, all are 0, or count is no whole number of at least 1.
 * @see torch.utils.data.WeightedRandomSampler with replacement.
 */
export function weightedIndices(weights: ArrayLike<number>, options: SampleOptions = {}): Uint32Array {
  const { count = weights.length, seed = 0, epoch = 0 } = options;
  checkCount(count);
  const sums = runningSums(weights);
  const total = sums.at(-1) as number;
  const rng = createRng(seed).split('weighted').split(epoch);
  return Uint32Array.from({ length: count }, () => firstAbove(sums, rng.uniform(0, total)));
}

function runningSums(weights: ArrayLike<number>): Float64Array {
  let sum = 0;
  const sums = Float64Array.from(weights, (weight, i) => {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new ArgumentError('weights', `weights must be finite numbers from 0, got ${weight} at ${i}`);
    }
    sum += weight;
    return sum;
  });
  if (sum > 0 && Number.isFinite(sum)) return sums;
  throw new ArgumentError('weights', 'weights must hold one above 0, and have a finite sum');
}

/** Index of the first running sum above a number: a weight of 0 is never hit. */
function firstAbove(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
