import { describe, expect, it } from 'vitest';
import { ArgumentError } from '../errors.ts';
import { fitStandardScaler, standardise } from './fit-standard-scaler.ts';

describe('fitStandardScaler', () => {
  it('puts each feature on mean 0 and sd 1, and later samples on the same scale', () => {
    const scaler = fitStandardScaler([
      [1, 10],
      [3, 30],
    ]);
    expect([...scaler.mean, ...scaler.sd]).toEqual([2, 20, 1, 10]);
    expect([...scaler.transform([[5, 20]]).data]).toEqual([3, 0]);
  });

  it('makes a constant feature 0, also one whose mean is not exact', () => {
    const rows = Array.from({ length: 7 }, (_, i) => [0.1, 1e9 / 3, i]);
    const { data } = standardise(rows);
    expect(data.filter((_, at) => at % 3 < 2).every((value) => value === 0)).toBe(true);
    expect([...fitStandardScaler(rows).transform([[7, 7, 3]]).data]).toEqual([0, 0, 0]);
  });

  it('takes a matrix of single precision and leaves it as it was', () => {
    const data = Float32Array.of(1, 2, 3, 6);
    expect([...standardise({ data, rows: 2, columns: 2 }).data]).toEqual([-1, -1, 1, 1]);
    expect([...data]).toEqual([1, 2, 3, 6]);
  });

  it('refuses ragged rows, no samples, numbers that are not finite, and another number of features', () => {
    expect(() => fitStandardScaler([[1, 2], [3]])).toThrow(/one length, got 2 and, at 1, 1/);
    expect(() => fitStandardScaler([])).toThrow(ArgumentError);
    expect(() => fitStandardScaler([[1], [Number.NaN]])).toThrow(/got NaN at sample 1, feature 0/);
    expect(() => fitStandardScaler({ data: new Float32Array(3), rows: 2, columns: 2 })).toThrow(/got 3 for 2 \* 2/);
    expect(() => fitStandardScaler([[1, 2]]).transform([[1]])).toThrow(/2 features/);
  });
});
