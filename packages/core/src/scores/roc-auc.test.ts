import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rocAuc } from './roc-auc.ts';

// y and p of all scikit-learn values below (1.9.1).
const y = [0, 0, 1, 1, 0, 1, 1, 0, 1, 0];
const p = [0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.8, 0.2, 0.05];

/** Labels of both classes with scores that are often equal. */
const scored = fc
  .array(fc.record({ label: fc.integer({ min: 0, max: 1 }), score: fc.integer({ min: 0, max: 5 }) }), { minLength: 2 })
  .filter((rows) => new Set(rows.map(({ label }) => label)).size === 2)
  .map((rows) => ({ labels: rows.map(({ label }) => label), scores: rows.map(({ score }) => score) }));

describe('rocAuc', () => {
  it('is 1, 0 or one half where that is plain', () => {
    expect(rocAuc([0, 0, 1], [1, 2, 3])).toBe(1);
    expect(rocAuc([1, 0], [1, 2])).toBe(0);
    expect(rocAuc([1, 0, 1], [7, 7, 7])).toBe(0.5);
  });

  it('agrees with scikit-learn, ties included', () => {
    expect(rocAuc(y, p)).toBeCloseTo(0.66, 12); // roc_auc_score(y, p)
    const called = p.map((value) => Number(value > 0.3));
    expect(rocAuc(y, called)).toBeCloseTo(0.6, 12); // roc_auc_score(y, p > .3)
    // i = np.arange(200); roc_auc_score((i * 7919 + 13) % 31 < 14, (i * 104729 + 17) % 23 / 23)
    const labels = Array.from({ length: 200 }, (_, i) => Number((i * 7919 + 13) % 31 < 14));
    const scores = labels.map((_, i) => ((i * 104729 + 17) % 23) / 23);
    expect(rocAuc(labels, scores)).toBeCloseTo(0.47837483617300136, 12);
  });

  it('is the chance that a positive scores above a negative, ties counting half', () => {
    fc.assert(
      fc.property(scored, ({ labels, scores }) => {
        const pairs = labels.flatMap((a, i) => labels.map((b, j) => [a, b, scores[i]!, scores[j]!] as const));
        const wins = pairs.filter(([a, b]) => a === 1 && b === 0).map(([, , s, t]) => (s > t ? 1 : s === t ? 0.5 : 0));
        expect(rocAuc(labels, scores)).toBeCloseTo(wins.reduce<number>((a, b) => a + b, 0) / wins.length, 12);
      }),
    );
  });

  it('refuses a single class', () => {
    expect(() => rocAuc([1, 1], [0, 1])).toThrow('labels must hold both classes, got only 1');
    expect(() => rocAuc([0, 0], [0, 1])).toThrow('got only 0');
    expect(() => rocAuc([], [])).toThrow('at least one value');
  });
});
