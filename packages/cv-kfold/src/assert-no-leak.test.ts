import { ArgumentError, LeakError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { assertNoLeak } from './assert-no-leak.ts';
import { kFold } from './k-fold.ts';

const fold = { index: 1, repeat: 0, train: Uint32Array.of(0, 1, 4), test: Uint32Array.of(2, 3), seed: 1 };

describe('assertNoLeak', () => {
  it('is silent when nothing is on both sides', () => {
    expect(() => assertNoLeak(fold, { groups: [1, 1, 2, 2, 3], sourceIds: ['a', 'a', 'b', 'b', 'a'] })).not.toThrow();
    for (const whole of kFold(20)) expect(() => assertNoLeak(whole)).not.toThrow();
  });

  it.each([
    ['groups', 'fold 1 of repeat 0 has group "burst 7" on both sides: sample 3 in test, sample 0 in train'],
    ['sourceIds', 'fold 1 of repeat 0 has source "burst 7" on both sides: sample 3 in test, sample 0 in train'],
    ['hashes', 'fold 1 of repeat 0 has content "burst 7" on both sides: sample 3 in test, sample 0 in train'],
  ])('names the first offender among %s', (list, message) => {
    const values = ['burst 7', 'x', 'y', 'burst 7', 'x'];
    expect(() => assertNoLeak(fold, { [list]: values })).toThrow(LeakError);
    expect(() => assertNoLeak(fold, { [list]: values })).toThrow(message);
  });

  it('tells the number 1 from the text 1', () => {
    expect(() => assertNoLeak(fold, { groups: [1, 1, '1', '1', 1] })).not.toThrow();
  });

  it('finds a sample that is in both parts', () => {
    const torn = { ...fold, test: Uint32Array.of(2, 4) };
    expect(() => assertNoLeak(torn)).toThrow('fold 1 of repeat 0 has sample 4 in both train and test');
  });

  it('finds copies that were made before the split', () => {
    // Samples 10 to 19 are jittered copies of 0 to 9: a plain split tears them from their source.
    const sourceIds = Array.from({ length: 20 }, (_, i) => i % 10);
    const [first] = kFold(20, { shuffle: true, seed: 1 });
    expect(() => assertNoLeak(first!, { sourceIds })).toThrow(LeakError);
  });

  it('refuses a list that is too short for the fold', () => {
    expect(() => assertNoLeak(fold, { groups: [1, 2, 3, 4] })).toThrow(ArgumentError);
    expect(() => assertNoLeak(fold, { groups: [1, 2, 3, 4] })).toThrow(/got 4, none for 4/);
  });
});
