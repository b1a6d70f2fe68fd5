import { ArgumentError } from '@animals/core';

/** Refuses a number that is not finite, naming where it stands. */
export function checkFinite(parameter: string, value: number): void {
  if (Number.isFinite(value)) return;
  throw new ArgumentError(parameter, `${parameter} must be finite, got ${value}; leave the value out`);
}

const largest = 1e100;

/** Refuses a number that is not finite or too large for differences and ticks to be computed. */
export function checkDrawable(parameter: string, value: number): void {
  checkFinite(parameter, value);
  if (Math.abs(value) <= largest) return;
  throw new ArgumentError(parameter, `${parameter} must be within ±1e100, got ${value}; change the unit`);
}

/** A number as it is drawn: one too small for ticks to be computed is zero. Refuses what `checkDrawable` refuses. */
export function drawable(parameter: string, value: number): number {
  checkDrawable(parameter, value);
  return Math.abs(value) < 1 / largest ? 0 : value;
}

/** Refuses a domain that does not rise, or whose ends cannot be drawn. */
export function checkRising(parameter: string, domain: readonly [number, number]): void {
  for (const end of domain) checkDrawable(parameter, end);
  if (domain[0] < domain[1]) return;
  throw new ArgumentError(parameter, `${parameter} must rise, got [${domain.join(', ')}]`);
}

/** Refuses an empty list. */
export function checkSome(parameter: string, list: readonly unknown[]): void {
  if (list.length > 0) return;
  throw new ArgumentError(parameter, `${parameter} must hold at least one item, got none; leave the chart out`);
}

/** Refuses a label that occurs twice. */
export function checkUnique(parameter: string, labels: readonly string[]): void {
  const twice = labels.find((label, i) => labels.indexOf(label) < i);
  if (twice === undefined) return;
  throw new ArgumentError(parameter, `${parameter} must differ, got ${JSON.stringify(twice)} twice; rename one`);
}
