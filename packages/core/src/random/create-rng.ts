import { ArgumentError } from '../errors.ts';
import { PhiloxRng } from './philox-rng.ts';
import type { Rng } from './rng.ts';

/**
 * Starts a seeded stream of random numbers (Philox4x32-10, counter-based).
 *
 * Any safe integer from 0 is a seed, 0 included; different seeds give independent streams.
 * @throws ArgumentError if the seed is no safe integer or negative.
 */
export function createRng(seed: number): Rng {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new ArgumentError(
      'seed',
      `seed must be an integer in [0, 2^53), got ${String(seed)}; any such number will do, 0 included`,
    );
  }
  return new PhiloxRng({
    seed: seed + 0,
    key: [seed >>> 0, Math.floor(seed / 2 ** 32)],
    counter: 0,
    position: 0,
    normal: null,
  });
}
