import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { toMatrix } from './to-matrix.ts';

describe('toMatrix', () => {
  it('reads rows, shaped arrays and matrices alike', () => {
    const expected = { data: Float32Array.of(1, 2, 3, 4, 5, 6), rows: 2, columns: 3 };
    expect(toMatrix([[1, 2, 3], Float64Array.of(4, 5, 6)])).toEqual(expected);
    expect(toMatrix({ data: Float64Array.of(1, 2, 3, 4, 5, 6), shape: [2, 3] })).toEqual(expected);
    expect(toMatrix({ data: Float32Array.of(1, 2, 3, 4, 5, 6), rows: 2, columns: 3 })).toEqual(expected);
  });

  it('keeps single precision where it is', () => {
    const data = Float32Array.of(1, 2);
    expect(toMatrix({ data, shape: [2, 1] }).data).toBe(data);
  });

  it.each([
    ['no rows', [], /at least one sample/],
    ['empty rows', [[], []], /at least one sample/],
    ['ragged rows', [[1, 2], [3]], /rows of one length, got 2 and, at 1, 1/],
    [
      'NaN',
      [
        [1, 2],
        [3, Number.NaN],
      ],
      /finite.*got NaN at sample 1, feature 1/,
    ],
    ['infinity', [[Number.NEGATIVE_INFINITY]], /finite.*got -Infinity at sample 0, feature 0/],
    ['more than single precision holds', [[1e300]], /finite single-precision/],
    ['a wrong shape', { data: new Float32Array(6), shape: [2, 2] }, /got 6 for 2 \* 2/],
    ['a broken shape', { data: new Float32Array(6), shape: [1.5, 4] }, /got 6 for 1.5 \* 4/],
    ['integers', { data: new Int32Array(4), shape: [2, 2] }, /Float32Array or a Float64Array/],
  ])('refuses %s', (_, xs, message) => {
    const call = () => toMatrix(xs as never);
    expect(call).toThrow(ArgumentError);
    expect(call).toThrow(message);
  });
});
