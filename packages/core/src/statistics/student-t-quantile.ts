import { ArgumentError } from '../errors.ts';
import { checkDegreesOfFreedom } from './check-degrees-of-freedom.ts';
import { incompleteBeta } from './incomplete-beta.ts';

const SMALLEST_TAIL = 1e-100;

/**
 * The value that a Student t variable with `df` degrees of freedom stays below with probability p.
 *
 * p in [1e-100, 1), df a finite number from 1. Relative error below 1e-9 for df up to 1e4, below 1e-7 for any.
 * @throws ArgumentError if p or df is outside its range.
 * @see scipy.stats.t.ppf
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= SMALLEST_TAIL && p < 1)) throw new ArgumentError('p', `p must be in [1e-100, 1), got ${p}`);
  checkDegreesOfFreedom(df);
  if (p === 0.5) return 0;
  return p < 0.5 ? -upperQuantile(p, df) : upperQuantile(1 - p, df);
}

/** Solves P(T > t) = tail for t > 0; tail in (0, 0.5). */
function upperQuantile(tail: number, df: number): number {
  // Far out the tail is computed directly, near the middle its complement is: each is exact where it is small.
  const isBeyond =
    tail < 0.25
      ? (t: number) => incompleteBeta(df / (df + t * t), df / 2, 0.5) / 2 < tail
      : (t: number) => incompleteBeta((t * t) / (df + t * t), 0.5, df / 2) / 2 > 0.5 - tail;
  let high = 1;
  while (!isBeyond(high)) high *= 2;
  while (high > Number.MIN_VALUE && isBeyond(high / 2)) high /= 2;
  return bisect(isBeyond, high / 2, high);
}

/** Halves an interval, whose upper end alone fulfils the predicate, until no double lies inside it. */
function bisect(isBeyond: (t: number) => boolean, low: number, high: number): number {
  let [below, above] = [low, high];
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return middle;
    if (isBeyond(middle)) above = middle;
    else below = middle;
  }
}
