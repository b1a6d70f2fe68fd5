import { ArgumentError } from '@animals/core';

/** Class or group names as small integers. */
export interface Codes {
  /** One code a sample. */
  readonly codes: Uint32Array;
  /** How many samples have each code. */
  readonly counts: Uint32Array;
}

/** What a label or a group can be: equal values are one class, and 1 differs from '1'. */
export type Name = number | string;

/** Numbers the distinct values in the order in which they first appear. */
export function encodeByAppearance(values: ArrayLike<Name>, parameter: string): Codes {
  const { codes, names } = collect(values, parameter);
  return { codes, counts: countsOf(codes, names.length) };
}

/** Numbers the distinct values in ascending order, numbers before strings, strings by code unit. */
export function encodeSorted(values: ArrayLike<Name>, parameter: string): Codes {
  const { codes, names } = collect(values, parameter);
  const order = names.map((name, code) => ({ name, code })).sort((a, b) => compareNames(a.name, b.name));
  const rank = new Uint32Array(names.length);
  for (const [sorted, { code }] of order.entries()) rank[code] = sorted;
  const ranks = codes.map((code) => rank[code] as number);
  return { codes: ranks, counts: countsOf(ranks, names.length) };
}

/** The distinct values by first appearance, and the position of each value among them. */
function collect(values: ArrayLike<Name>, parameter: string): { codes: Uint32Array; names: Name[] } {
  const known = new Map<Name, number>();
  const codes = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = checkedName(values[i], { parameter, i });
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    codes[i] = code;
  }
  return { codes, names: [...known.keys()] };
}

function checkedName(value: unknown, { parameter, i }: { parameter: string; i: number }): Name {
  if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return value;
  throw new ArgumentError(parameter, `${parameter} must hold strings or finite numbers, got ${String(value)} at ${i}`);
}

function countsOf(codes: Uint32Array, size: number): Uint32Array {
  const counts = new Uint32Array(size);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return counts;
}

function compareNames(a: Name, b: Name): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : 1;
}
