import { ArgumentError } from '@animals/core';

/** Classes numbered from 0 in their order, numbers before names. */
export interface LabelNumbers {
  readonly labels: Uint32Array;
  readonly classes: number;
}

/** @throws ArgumentError if there is not one label a sample, or fewer than two classes. */
export function labelNumbers(labels: ArrayLike<number | string>, rows: number): LabelNumbers {
  if (labels.length !== rows) {
    throw new ArgumentError('labels', `labels must be one a sample, ${rows}, got ${labels.length}`);
  }
  const names = [...new Set(Array.from(labels))].sort(byKindAndValue);
  if (names.length < 2) throw new ArgumentError('labels', `labels must have at least two classes, got ${names.length}`);
  const numbers = new Map(names.map((name, i) => [name, i]));
  return {
    labels: Uint32Array.from(Array.from(labels), (label) => numbers.get(label) as number),
    classes: names.length,
  };
}

function byKindAndValue(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === typeof b) return a < b ? -1 : 1;
  return typeof a === 'number' ? -1 : 1;
}
