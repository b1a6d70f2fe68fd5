import { ArgumentError, createRng } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { type CompareOptions, compareModels } from './compare-models.ts';

const corrected: CompareOptions = { method: 'corrected', trainSize: 160, testSize: 40 };
const a = [0.85, 0.9, 0.825, 0.925, 0.875];
const b = [0.8, 0.875, 0.85, 0.9, 0.8];

describe('compareModels', () => {
  // d = a - b; t = d.mean() / numpy.sqrt((1 / 5 + 40 / 160) * d.var(ddof=1)); 2 * scipy.stats.t.sf(abs(t), 4)
  it('corrects for shared training samples as Nadeau and Bengio do', () => {
    const { difference, t, degreesOfFreedom, pValue } = compareModels(a, b, corrected);
    expect(degreesOfFreedom).toBe(4);
    expect([difference, t, pValue]).toBeAllClose([0.03, 1.2060453783110543, 0.2942563680244263], { rtol: 1e-9 });
  });

  // scipy.stats.ttest_rel(a, b): the plain test is the limit of a vanishing test part.
  it('is the plain paired t test where the test part vanishes', () => {
    const { t, pValue } = compareModels(a, b, { ...corrected, testSize: 1e-12 });
    expect([t, pValue]).toBeAllClose([1.8090680674665813, 0.14470399860633043], { rtol: 1e-9 });
  });

  // d = (A - B).reshape(5, 2); s2 = ((d - d.mean(1, keepdims=True)) ** 2).sum(1); t = d[0, 0] / numpy.sqrt(s2.mean());
  // 2 * scipy.stats.t.sf(abs(t), 5)
  it('does the 5x2 test of Dietterich', () => {
    const first = [0.9, 0.85, 0.8, 0.95, 0.875, 0.9, 0.925, 0.85, 0.8, 0.9];
    const second = [0.85, 0.8, 0.825, 0.9, 0.85, 0.8, 0.9, 0.875, 0.8, 0.85];
    const { difference, t, degreesOfFreedom, pValue } = compareModels(first, second, { method: '5x2' });
    expect(degreesOfFreedom).toBe(5);
    expect([difference, t, pValue]).toBeAllClose([0.03, 1.2403473458920864, 0.26987539356077694], { rtol: 1e-9 });
  });

  it('changes its sign with the order of the models, and its p-value not at all', () => {
    const one = compareModels(a, b, corrected);
    const other = compareModels(b, a, corrected);
    expect([other.t, other.pValue]).toBeAllClose([-one.t, one.pValue]);
  });

  it('is sure of equal models, and of models that always differ by the same', () => {
    expect(compareModels(a, a, corrected)).toMatchObject({ difference: 0, t: 0, pValue: 1 });
    expect(compareModels([1, 1, 1], [0.5, 0.5, 0.5], corrected)).toMatchObject({
      difference: 0.5,
      t: Number.POSITIVE_INFINITY,
      pValue: 0,
    });
    expect(compareModels(Array(10).fill(1), Array(10).fill(1), { method: '5x2' }).pValue).toBe(1);
  });

  it('finds a difference that is not there in about one of twenty, where the plain test finds many', () => {
    // Scores of 10 folds that share noise of their training samples: correlation 1 / 10 among differences.
    const rng = createRng(1);
    let [ours, plain] = [0, 0];
    for (let i = 0; i < 2000; i++) {
      const shared = rng.normal() * Math.sqrt(0.1);
      const differences = Array.from({ length: 10 }, () => shared + rng.normal() * Math.sqrt(0.9));
      const zeros = new Float64Array(10);
      const sizes = { method: 'corrected', trainSize: 90, testSize: 10 } as const;
      if (compareModels(differences, zeros, sizes).pValue < 0.05) ours++;
      if (compareModels(differences, zeros, { ...sizes, testSize: 1e-9 }).pValue < 0.05) plain++;
    }
    expect(ours / 2000).toBeLessThan(0.07);
    expect(ours / 2000).toBeGreaterThan(0.03);
    expect(plain / 2000).toBeGreaterThan(0.12);
  });

  it.each([
    ['scores of other lengths', [1, 2], [1], corrected, /second must hold a score for each .* got 2 and 1/],
    ['a single fold', [1], [2], corrected, /at least 2/],
    ['a score that is not finite', [1, Number.NaN], [2, 3], corrected, /got NaN at 1/],
    [
      'a train size of nothing',
      [1, 2],
      [2, 3],
      { ...corrected, trainSize: 0 },
      /trainSize must be a number of samples above 0/,
    ],
    ['a test size that is none', [1, 2], [2, 3], { ...corrected, testSize: Number.NaN }, /testSize must be/],
    [
      'other than ten folds',
      [1, 2],
      [2, 3],
      { method: '5x2' },
      /5 times 2 folds, got 2; use kFold\(n, \{ k: 2, repeats: 5/,
    ],
    ['a test that there is not', [1, 2], [2, 3], { method: 'z' }, /method must be corrected or 5x2, got z/],
  ])('refuses %s', (_, first, second, options, message) => {
    const call = () => compareModels(first, second, options as CompareOptions);
    expect(call).toThrow(ArgumentError);
    expect(call).toThrow(message);
  });
});
