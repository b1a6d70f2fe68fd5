import { median } from '@animals/core';
import type { Summary } from './types.ts';

/** Median and extremes of some times, to four significant digits. */
export function summarise(values: readonly number[], unit: string): Summary {
  return {
    median: round(median(values)),
    min: round(Math.min(...values)),
    max: round(Math.max(...values)),
    unit,
  };
}

/** A number to four significant digits. */
export function round(value: number): number {
  return Number(value.toPrecision(4));
}
