import { ArgumentError, type Samples } from '@animals/core';
import { logMe } from './log-me.ts';

/** A base's place among others. */
export interface BaseRank {
  readonly base: string;
  /** See `logMe`; larger is better. */
  readonly logMe: number;
}

/**
 * Orders bases by how well their features suit the labels, best first, without training anything.
 *
 * `features`: those of the same samples by each base, under a name of the caller's.
 * @throws ArgumentError if there is no base, or features and labels do not fit.
 */
export function rankBases(features: Readonly<Record<string, Samples>>, labels: ArrayLike<number>): BaseRank[] {
  const bases = Object.entries(features);
  if (bases.length === 0) throw new ArgumentError('features', 'features must name at least one base, got none');
  return bases.map(([base, rows]) => ({ base, logMe: logMe(rows, labels) })).sort((a, b) => b.logMe - a.logMe);
}
