import { ArgumentError, type ImageRecord } from '@animals/core';
import { assertNoLeak } from '@animals/cv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitManifest } from './split-manifest.ts';

/** Records with nothing but what a split looks at. */
function records(count: number, { label = (i: number) => `${i % 2}`, group = (i: number) => `g${i}` } = {}) {
  const list = Array.from({ length: count }, (_, i) => ({ id: `${i}`, label: label(i), group: group(i) }));
  return { records: list as unknown as ImageRecord[] };
}

const fractions = { train: 0.7, validation: 0.15, test: 0.15 };

describe('splitManifest', () => {
  it('puts every picture into one part, near the shares asked for', () => {
    const { train, validation, test } = splitManifest(records(2000), { fractions, seed: 3 });
    expect([...train, ...validation, ...test].sort((a, b) => a - b)).toEqual([...Array(2000).keys()]);
    // Three standard deviations of a binomial share of 2000.
    expect(Math.abs(train.length / 2000 - 0.7)).toBeLessThan(0.031);
    expect(Math.abs(test.length / 2000 - 0.15)).toBeLessThan(0.024);
  });

  it('moves nothing when files are added, by hash', () => {
    const before = splitManifest(records(300), { fractions });
    const after = splitManifest(records(400), { fractions });
    for (const part of ['train', 'validation', 'test'] as const) {
      expect(after[part].filter((i) => i < 300)).toEqual(before[part]);
    }
    expect(splitManifest(records(300), { fractions, seed: 1 })).not.toEqual(before);
    expect(splitManifest(records(300), { fractions, seed: 0, by: 'hash' })).toEqual(before);
  });

  it('meets the shares of every class, by exact counts, and moves few when files are added', () => {
    const manifest = records(220, { label: (i) => (i < 200 ? 'a' : 'b') });
    const split = splitManifest(manifest, { fractions, by: 'exact', seed: 5 });
    const counts = Object.values(split).map((part) => [
      part.filter((i) => i < 200).length,
      part.filter((i) => i >= 200).length,
    ]);
    expect(counts).toEqual([
      [140, 14],
      [30, 3],
      [30, 3],
    ]);
    const more = splitManifest(records(221, { label: (i) => (i < 200 ? 'a' : 'b') }), {
      fractions,
      by: 'exact',
      seed: 5,
    });
    const moved = [...split.train].filter((i) => !more.train.includes(i));
    expect(moved.length).toBeLessThanOrEqual(1);
  });

  it('never separates a group, whatever the classes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(40)), { minLength: 60, maxLength: 200 }),
        fc.constantFrom('hash' as const, 'exact' as const),
        fc.nat(),
        (pairs, by, seed) => {
          const manifest = records(pairs.length, { label: (i) => pairs[i]![0], group: (i) => `${pairs[i]![1]}` });
          const halves = { train: 0.5, test: 0.5 };
          const { train, test } = splitManifest(manifest, { fractions: halves, by, seed });
          expect(train.length + test.length).toBe(pairs.length);
          assertNoLeak(
            { index: 0, repeat: 0, train, test, seed: 0 },
            { groups: manifest.records.map(({ group }) => group) },
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  it('takes other groups than the records name', () => {
    const groups = Array.from({ length: 100 }, (_, i) => `pair ${i >> 1}`);
    const { train } = splitManifest(records(100), { fractions: { train: 0.5, test: 0.5 }, groups });
    for (const i of train) expect(train).toContain(i ^ 1);
  });

  it('refuses shares, groups and ways that break a rule, and parts that would be empty', () => {
    const split = (options: object) => () => splitManifest(records(10), { fractions, ...options } as never);
    expect(split({ fractions: { train: 0.5, test: 0.4 } })).toThrow('fractions must add up to 1, got 0.9');
    expect(split({ fractions: { train: 1, test: 0 } })).toThrow('fractions.test must be above 0');
    expect(split({ groups: ['a'] })).toThrow('groups must name a group for each of 10 records, got 1');
    expect(split({ by: 'luck' })).toThrow(ArgumentError);
    expect(split({ groups: Array(10).fill('one') })).toThrow(
      "without a picture of 10; use by: 'exact' or another seed",
    );
  });
});
