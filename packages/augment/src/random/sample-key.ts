import { ArgumentError, createRng, type Rng } from '@animals/core';
import { checkNumber } from '../image/check-number.ts';

/** What alone decides the parameters of a copy, whatever is sampled before it, and wherever. */
export interface SampleKey {
  readonly seed: number;
  /** From 0; another epoch, other parameters. */
  readonly epoch?: number;
  /** Of the picture. */
  readonly id: string | number;
  /** Which copy of the picture, from 0. */
  readonly copy?: number;
}

/**
 * The random numbers of one copy of one picture in one epoch.
 *
 * @throws ArgumentError if a number is negative or not whole, or the id is missing.
 */
export function rngOf({ seed, epoch = 0, id, copy = 0 }: SampleKey): Rng {
  checkNumber('epoch', epoch, { least: 0, whole: true });
  checkNumber('copy', copy, { least: 0, whole: true });
  if (typeof id !== 'string' && !Number.isFinite(id)) {
    throw new ArgumentError('id', `id must be a string or a finite number, got ${String(id)}; name the picture`);
  }
  return createRng(seed).split('augment').split(epoch).split(id).split(copy);
}
