import { ArgumentError } from '@animals/core';

const USUAL = 30;

/**
 * The perplexities to fit; by default 30, or a third of the other samples where those are fewer than 90.
 *
 * @throws ArgumentError if one is not above 1 and below the number of the other samples, or the list is empty.
 */
export function perplexitiesOf(samples: number, perplexity?: number | readonly number[]): readonly number[] {
  const others = samples - 1;
  const list =
    typeof perplexity === 'number' ? [perplexity] : (perplexity ?? [Math.max(1.01, Math.min(USUAL, others / 3))]);
  if (list.length === 0)
    throw new ArgumentError('perplexity', 'perplexity must be a number or a list of some, got none');
  for (const value of list) {
    if (typeof value === 'number' && value > 1 && value < others) continue;
    const rule = `above 1 and below ${others}, for ${samples} samples`;
    const remedy = `at most ${Math.floor(others / 3)} is usual`;
    throw new ArgumentError('perplexity', `perplexity must be ${rule}, got ${String(value)}; ${remedy}`);
  }
  return list;
}
