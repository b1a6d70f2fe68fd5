import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { groupKFold } from './group-k-fold.ts';
import { kFold } from './k-fold.ts';
import { leaveOneOut } from './leave-one-out.ts';
import { leavePOut } from './leave-p-out.ts';
import { predefinedSplit } from './predefined-split.ts';
import { shuffleSplit } from './shuffle-split.ts';
import { splitters } from './splitters.ts';
import { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { stratifiedShuffleSplit } from './stratified-shuffle-split.ts';
import { timeSeriesSplit } from './time-series-split.ts';

const labels = Array.from({ length: 24 }, (_, i) => i % 2);
const groups = Array.from({ length: 24 }, (_, i) => i >> 1);
const data = { n: 24, labels, groups };
const options = { k: 3, repeats: 2, shuffle: true, seed: 5 } as const;

describe('splitters', () => {
  it.each([
    ['kFold', kFold(24, options)],
    ['stratifiedKFold', stratifiedKFold(labels, options)],
    ['groupKFold', groupKFold(groups, options)],
    ['stratifiedGroupKFold', stratifiedGroupKFold(labels, groups, options)],
  ] as const)('%s gives the folds of the function of that name, and counts them', (name, folds) => {
    const splitter = splitters[name](options);
    expect(splitter.name).toBe(name);
    expect([...splitter.split(data)]).toEqual([...folds]);
    expect(splitter.count(data)).toBe(6);
    expect([...splitter.split(data)]).toHaveLength(6);
    expect(Object.isFrozen(splitter)).toBe(true);
  });

  it.each([
    ['shuffleSplit', splitters.shuffleSplit({ splits: 3, seed: 2 }), shuffleSplit(24, { splits: 3, seed: 2 })],
    [
      'stratifiedShuffleSplit',
      splitters.stratifiedShuffleSplit({ seed: 2 }),
      stratifiedShuffleSplit(labels, { seed: 2 }),
    ],
    ['leaveOneOut', splitters.leaveOneOut(), leaveOneOut(24)],
    ['leavePOut', splitters.leavePOut({ p: 2 }), leavePOut(24, { p: 2 })],
    ['timeSeriesSplit', splitters.timeSeriesSplit({ gap: 2 }), timeSeriesSplit(24, { gap: 2 })],
    ['predefinedSplit', splitters.predefinedSplit(groups), predefinedSplit(groups)],
  ] as const)('%s does so too', (name, splitter, folds) => {
    const expected = [...folds];
    expect(splitter.name).toBe(name);
    expect([...splitter.split(data)]).toEqual(expected);
    expect(splitter.count(data)).toBe(expected.length);
  });

  it('counts choices without making them', () => {
    expect(splitters.leavePOut({ p: 50 }).count({ n: 53 })).toBe(23426);
    expect(splitters.leavePOut({ p: 3 }).count({ n: 200 })).toBe(1313400);
  });

  it('refuses data that lack what it needs, or are of unequal length', () => {
    expect(() => splitters.groupKFold().split({ n: 24 })).toThrow(/groups must be given/);
    expect(() => splitters.stratifiedKFold().split({ n: 24 })).toThrow(/labels must be given/);
    expect(() => splitters.stratifiedKFold().split({ n: 23, labels })).toThrow(/labels must hold one for each of 23/);
    expect(() => splitters.predefinedSplit([0, 1]).split({ n: 3 })).toThrow(/foldOf must hold one for each of 3/);
    expect(() => splitters.kFold().count({ n: 4 })).toThrow(ArgumentError);
  });
});
