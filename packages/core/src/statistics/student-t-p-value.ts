import { ArgumentError } from '../errors.ts';
import { checkDegreesOfFreedom } from './check-degrees-of-freedom.ts';
import { incompleteBeta } from './incomplete-beta.ts';

/**
 * The probability that a Student t variable with `df` degrees of freedom is as far from 0 as t, or farther.
 *
 * The p-value of a two-sided t test. t any number, infinities included; df a finite number from 1. Its relative precision
 * holds however small it is.
 * @throws ArgumentError if t is NaN or df outside its range.
 * @see scipy.stats.t.sf, of which this is `2 * sf(abs(t), df)`.
 */
export function studentTPValue(t: number, df: number): number {
  checkDegreesOfFreedom(df);
  if (!(typeof t === 'number' && !Number.isNaN(t)))
    throw new ArgumentError('t', `t must be a number, got ${String(t)}`);
  // Near the middle the complement is the small one; far out its square may overflow, and p is 0 then.
  const ratio = Math.abs(t) / Math.sqrt(df);
  return ratio < 1
    ? 1 - incompleteBeta((ratio * ratio) / (1 + ratio * ratio), 0.5, df / 2)
    : incompleteBeta(1 / (1 + ratio * ratio), df / 2, 0.5);
}
