import type { Rng } from '@animals/core';

/**
 * Shares a number of draws out over classes in proportion to their sizes, each within one of its exact share.
 *
 * Where the shares are fractions, the classes with the largest remainders get one more; lots decide among equal ones.
 * @see scikit-learn _approximate_mode, whose counts these are but for its lots.
 */
export function shareOut(counts: Uint32Array, draws: number, rng: Rng): Uint32Array {
  const total = counts.reduce((a, b) => a + b, 0);
  const exact = Array.from(counts, (count) => (count / total) * draws);
  const shares = Uint32Array.from(exact, Math.floor);
  const rest = draws - shares.reduce((a, b) => a + b, 0);
  const remainder = exact.map((share) => share - Math.floor(share));
  const order = Array.from(rng.permutation(counts.length));
  order.sort((a, b) => (remainder[b] as number) - (remainder[a] as number));
  for (const label of order.slice(0, rest)) shares[label] = (shares[label] as number) + 1;
  return shares;
}
