import { ArgumentError } from '@animals/core';
import { describe, expect, it, vi } from 'vitest';
import { kFold } from './k-fold.ts';
import type { FitContext } from './model/model-task.ts';
import { permutationTest } from './permutation-test.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';

const share = (truth: readonly number[], predictions: readonly number[]) =>
  predictions.filter((guess, i) => guess === truth[i]).length / truth.length;

/** One nearest neighbour on one feature. */
const nearest = (xs: readonly number[], truth: readonly number[]) => ({
  truth,
  fit: ({ train, trainTruth }: FitContext<number>) => ({
    predict: (samples: Uint32Array) =>
      Array.from(samples, (i) => {
        const distances = Array.from(train, (j) => Math.abs(xs[i]! - xs[j]!));
        return trainTruth[distances.indexOf(Math.min(...distances))]!;
      }),
  }),
  metrics: { accuracy: share, error: (a: readonly number[], b: readonly number[]) => 1 - share(a, b) },
});

const classes = Array.from({ length: 40 }, (_, i) => i % 2);
const told = classes.map((label, i) => 10 * label + Math.sin(i));
const untold = classes.map((_, i) => Math.sin(7 * i));
const split = (truth: readonly number[]) => stratifiedKFold(truth, { k: 4 });

describe('permutationTest', () => {
  // permutation_test_score(KNeighborsClassifier(1), X, y, ...)[2], where no permuted score is as good: 1 / 101
  it('gives the smallest p-value where the truth is told by the features', async () => {
    const { score, pValue, permuted } = await permutationTest(split, nearest(told, classes), { metric: 'accuracy' });
    expect(score).toBe(1);
    expect(permuted).toHaveLength(100);
    expect([pValue]).toBeAllClose([0.009900990099009901]);
  });

  it('gives a large p-value where there is nothing to learn', async () => {
    const { pValue } = await permutationTest(split, nearest(untold, classes), { metric: 'accuracy' });
    expect(pValue).toBeGreaterThan(0.1);
  });

  it('keeps its promise: under the null, small p-values are as rare as they say', async () => {
    const values: number[] = [];
    for (let seed = 0; seed < 60; seed++) {
      const xs = classes.map((_, i) => Math.sin(1000 * seed + 13 * i * i));
      const test = await permutationTest(split, nearest(xs, classes), { metric: 'accuracy', permutations: 19, seed });
      values.push(test.pValue);
    }
    // Binomial with mean 12 at most (ties make p larger) and sd 3.1.
    expect(values.filter((p) => p <= 0.2).length).toBeLessThan(22);
    expect(values.filter((p) => p > 0.5).length).toBeGreaterThan(15);
  });

  it('knows of metrics whose lower values are better', async () => {
    const options = { metric: 'error', permutations: 9 } as const;
    const right = await permutationTest(split, nearest(told, classes), { ...options, lowerIsBetter: true });
    const wrong = await permutationTest(split, nearest(told, classes), options);
    expect([right.pValue, wrong.pValue]).toEqual([0.1, 1]);
  });

  it('permutes within groups only', async () => {
    // Both members of a group have one class, so that nothing can change.
    const groups = classes.map((label, i) => (i < 20 ? `a${label}` : `b${label}`));
    const { permuted, pValue } = await permutationTest(split, nearest(told, classes), {
      metric: 'accuracy',
      permutations: 5,
      groups,
    });
    expect([...permuted]).toEqual([1, 1, 1, 1, 1]);
    expect(pValue).toBe(1);
  });

  it('hands each permuted truth to the split, draws by seed and counts', async () => {
    const folds = vi.fn(() => kFold(40, { k: 2 }));
    const onProgress = vi.fn();
    const options = { metric: 'accuracy', permutations: 3, seed: 4, onProgress } as const;
    const first = await permutationTest(folds, nearest(untold, classes), options);
    const truths = folds.mock.calls.map((call: unknown[]) => call[0] as number[]);
    expect(truths[0]).toEqual(classes);
    expect(new Set(truths.map(String)).size).toBe(4);
    for (const truth of truths) expect(truth.filter((label) => label === 1)).toHaveLength(20);
    expect(onProgress.mock.calls).toEqual([1, 2, 3].map((done) => [{ done, total: 3 }]));
    expect(await permutationTest(folds, nearest(untold, classes), options)).toEqual(first);
  });

  it('ends when its signal aborts', async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error('enough'));
    const test = permutationTest(split, nearest(told, classes), {
      metric: 'error',
      signal: controller.signal,
      onProgress,
    });
    await expect(test).rejects.toThrow('enough');
  });

  it.each([
    ['a metric that there is not', { metric: 'auc' }, /metric must be one of the task's, got auc/],
    ['no permutations', { permutations: 0 }, /permutations must be an integer from 1, got 0/],
    ['groups of another length', { groups: [1] }, /groups must hold one for each of 40/],
    ['groups that permit no permutation', { groups: [...classes.keys()] }, /a group of at least 2 samples/],
  ])('refuses %s', async (_, change, message) => {
    const options = { metric: 'accuracy' as const, ...(change as object) };
    const test = permutationTest(split, nearest(told, classes), options);
    await expect(test).rejects.toThrow(ArgumentError);
    await expect(test).rejects.toThrow(message);
  });
});
