import { createRng } from '@animals/core';

/** The order of samples in one epoch: decided by seed and epoch only, so that a resumed run goes on with the same. */
export function epochOrder(count: number, { seed, epoch }: { seed: number; epoch: number }): Uint32Array {
  return createRng(seed).split(`epoch-${epoch}`).permutation(count);
}
