import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { leaveOneOut } from './leave-one-out.ts';
import { leavePOut } from './leave-p-out.ts';
import { testParts } from './testing/inspect-folds.ts';

describe('leavePOut', () => {
  // [test.tolist() for _, test in LeavePOut(2).split(numpy.zeros(4))], scikit-learn 1.9.1
  it('tests every choice of p samples, in the order of scikit-learn', () => {
    expect(testParts(leavePOut(4, { p: 2 }))).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(testParts(leavePOut(4, { p: 3 }))).toHaveLength(4);
  });

  it('with p 1 is leaveOneOut', () => {
    expect([...leavePOut(9, { p: 1 })]).toEqual([...leaveOneOut(9)]);
  });

  it('makes folds one at a time, also where there are far too many for all', () => {
    const folds = leavePOut(200, { p: 100 });
    expect(folds.next().value).toMatchObject({ index: 0, train: Uint32Array.from({ length: 100 }, (_, i) => 100 + i) });
  });

  it.each([
    [1, 1, /n must be an integer from 2, got 1/],
    [5, 5, /p must be an integer in \[1, 4\], got 5; a sample must stay/],
    [5, 0, /p must be an integer in \[1, 4\], got 0/],
    [5, 1.5, /got 1.5/],
  ])('refuses n %f and p %f at the call', (n, p, message) => {
    expect(() => leavePOut(n, { p })).toThrow(ArgumentError);
    expect(() => leavePOut(n, { p })).toThrow(message);
  });
});
