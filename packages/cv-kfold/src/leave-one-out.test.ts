import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { kFold } from './k-fold.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { coverFault, testParts } from './testing/inspect-folds.ts';

describe('leaveOneOut', () => {
  // [test.tolist() for _, test in LeaveOneOut().split(numpy.zeros(3))], scikit-learn 1.9.1
  it('tests each sample alone, in order', () => {
    expect(testParts(leaveOneOut(3))).toEqual([[0], [1], [2]]);
    expect(coverFault([...leaveOneOut(30)], { n: 30, k: 30 })).toBeNull();
  });

  it('is the k-fold of as many folds as samples, seeds included', () => {
    expect([...leaveOneOut(12)]).toEqual([...kFold(12, { k: 12 })]);
  });

  it('refuses fewer than two samples at the call', () => {
    for (const n of [0, 1]) expect(() => leaveOneOut(n)).toThrow(/n must be at least 2/);
    expect(() => leaveOneOut(2.5)).toThrow(ArgumentError);
  });
});
