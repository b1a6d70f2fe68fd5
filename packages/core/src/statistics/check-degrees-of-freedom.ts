import { ArgumentError } from '../errors.ts';

/** Refuses degrees of freedom that Student's distribution is not computed for. */
export function checkDegreesOfFreedom(df: number): void {
  if (!(df >= 1 && df < Number.POSITIVE_INFINITY)) {
    throw new ArgumentError('df', `df must be a finite number from 1, got ${df}`);
  }
}
