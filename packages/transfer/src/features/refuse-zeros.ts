import { ArgumentError } from '@animals/core';

/** Kernels start at 0, and features of 0 would pass for a poor base. */
export function refuseZeros(features: Float32Array): void {
  if (features.some((value) => value !== 0)) return;
  throw new ArgumentError(
    'base',
    'base must have weights, got features that are all 0; call loadWeights first, or create it with a seed',
  );
}
