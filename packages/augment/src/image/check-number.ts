import { ArgumentError } from '@animals/core';

/** What a number must fulfil. */
export interface NumberRule {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
}

/** Refuses a number that is not finite, or breaks a rule. */
export function checkNumber(parameter: string, value: number, rule: NumberRule = {}): void {
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY, whole = false } = rule;
  if (Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value))) return;
  const kind = whole ? 'a whole number' : 'a finite number';
  const range =
    rule.most !== undefined ? ` from ${least} to ${most}` : rule.least !== undefined ? ` from ${least}` : '';
  throw new ArgumentError(parameter, `${parameter} must be ${kind}${range}, got ${String(value)}`);
}
