import { ArgumentError } from '../errors.ts';
import { PhiloxRng } from './philox-rng.ts';
import type { Rng, RngState } from './rng.ts';

/**
 * Goes on where `rng.state()` was taken: the next draws are those that the original stream would have given.
 *
 * @throws ArgumentError if the state is not one that `state()` returns, for instance after a change by hand.
 */
export function restoreRng(state: RngState): Rng {
  if (!isRngState(state)) {
    throw new ArgumentError('state', `state must be what rng.state() returned, got ${JSON.stringify(state)}`);
  }
  return new PhiloxRng(state);
}

function isRngState(state: unknown): state is RngState {
  if (typeof state !== 'object' || state === null) return false;
  const { seed, key, counter, position, normal } = state as Partial<RngState>;
  return (
    isCount(seed, 2 ** 53) &&
    Array.isArray(key) &&
    key.length === 2 &&
    key.every((word) => isCount(word, 2 ** 32)) &&
    isCount(counter, 2 ** 53) &&
    isCount(position, 4) &&
    (normal === null || Number.isFinite(normal))
  );
}

const isCount = (value: unknown, end: number) =>
  Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < end;
