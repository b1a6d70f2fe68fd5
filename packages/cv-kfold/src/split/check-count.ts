import { ArgumentError } from '@animals/core';

interface Bounds {
  readonly least: number;
  readonly most?: number;
  /** What there are that many of, or what to do. */
  readonly why?: string;
}

/** Refuses what is not an integer in a range, naming parameter, rule and value. */
export function checkCount(
  parameter: string,
  value: number,
  { least, most = Number.MAX_SAFE_INTEGER, why }: Bounds,
): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const range = most === Number.MAX_SAFE_INTEGER ? `from ${least}` : `in [${least}, ${most}]`;
  const reason = why === undefined ? '' : `; ${why}`;
  throw new ArgumentError(parameter, `${parameter} must be an integer ${range}, got ${String(value)}${reason}`);
}

/** Refuses what is no number of samples. */
export function checkSampleCount(n: number): void {
  if (Number.isSafeInteger(n) && n >= 0 && n < 2 ** 32) return;
  throw new ArgumentError('n', `n must be a number of samples, an integer from 0, got ${String(n)}`);
}
