import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { groupKFold } from './group-k-fold.ts';
import { kFold } from './k-fold.ts';
import { splitters } from './splitters.ts';
import { stratifiedGroupKFold } from './stratified-group-k-fold.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';

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

  it('refuses data that lack what it needs, or are of unequal length', () => {
    expect(() => splitters.groupKFold().split({ n: 24 })).toThrow(/groups must be given/);
    expect(() => splitters.stratifiedKFold().split({ n: 24 })).toThrow(/labels must be given/);
    expect(() => splitters.stratifiedKFold().split({ n: 23, labels })).toThrow(/labels must hold one for each of 23/);
    expect(() => splitters.kFold().count({ n: 4 })).toThrow(ArgumentError);
  });
});
