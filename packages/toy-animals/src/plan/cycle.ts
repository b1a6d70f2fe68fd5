import type { Rng } from '@animals/core';

/** Deals n cards in shuffled rounds: the card of turn `turn`, so that after each full round every card came once. */
export function cycle(rng: Rng, label: string, n: number, turn: number): number {
  const round = Math.floor(turn / n);
  return rng.split(`${label}/${round}`).permutation(n)[turn % n]!;
}
