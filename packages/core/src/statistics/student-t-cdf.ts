import { studentTPValue } from './student-t-p-value.ts';

/**
 * The probability that a Student t variable with `df` degrees of freedom is at most t.
 *
 * t any number, infinities included; df a finite number from 1. The lower tail keeps its relative precision, so that the
 * upper one is best asked for as `studentTCdf(-t, df)`.
 * @throws ArgumentError if t is NaN or df outside its range.
 * @see scipy.stats.t.cdf
 */
export function studentTCdf(t: number, df: number): number {
  const tail = studentTPValue(t, df) / 2;
  return t < 0 ? tail : 1 - tail;
}
