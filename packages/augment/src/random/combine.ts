import { ArgumentError } from '@animals/core';
import { checkNumber } from '../image/check-number.ts';
import type { Sampler } from './sampler.ts';

/** Uses a sampler with a probability. */
export function sometimes(sampler: Sampler, { p = 0.5 }: { readonly p?: number } = {}): Sampler {
  checkNumber('p', p, { least: 0, most: 1 });
  return (rng, size) => (rng.uniform() < p ? sampler(rng, size) : []);
}

/** Uses one of some samplers, each equally often. */
export function oneOf(samplers: readonly Sampler[]): Sampler {
  if (samplers.length === 0) throw new ArgumentError('samplers', 'samplers must hold at least one, got none');
  return (rng, size) => samplers[rng.int(0, samplers.length)]!(rng, size);
}
