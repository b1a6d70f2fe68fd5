import { ArgumentError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { kFold } from './k-fold.ts';
import { learningCurve } from './learning-curve.ts';
import type { FitContext } from './model/model-task.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { accuracy, fitLogistic, logLoss, truth } from './testing/logistic-task.ts';

const task = { truth, fit: fitLogistic, metrics: { accuracy, logLoss } };

/** A task of n samples that keeps the train parts that it saw. */
function spying(n: number) {
  const seen: FitContext<number>[] = [];
  const fit = (context: FitContext<number>) => {
    seen.push(context);
    return { predict: (samples: Uint32Array) => Array.from(samples, () => 0) };
  };
  return { seen, task: { truth: Array.from({ length: n }, (_, i) => i % 2), fit, metrics: { one: () => 1 } } };
}

async function sizes(n: number, k: number, options = {}): Promise<number[]> {
  const points: number[] = [];
  for await (const { size } of learningCurve(kFold(n, { k }), spying(n).task, options)) points.push(size);
  return points;
}

describe('learningCurve', () => {
  // learning_curve(KNeighborsClassifier(1), X, y, cv=5)[0] with 200 samples, and cv=KFold(4) with 30; scikit-learn 1.9.1
  it('has the sizes of scikit-learn', async () => {
    expect(await sizes(200, 5)).toEqual([16, 52, 88, 124, 160]);
    expect(await sizes(30, 4)).toEqual([2, 7, 12, 17, 22]);
  });

  it('takes counts and shares in any order, each size once', async () => {
    expect(await sizes(20, 2, { sizes: [1, 5, 0.5, 2] })).toEqual([2, 5, 10]);
  });

  it('grows: every sample of a size is in the next, in every fold, and the test parts stay', async () => {
    const { seen, task: spied } = spying(40);
    const folds = [...kFold(40, { k: 2 })];
    for await (const _ of learningCurve(folds, spied, { sizes: [4, 9, 20] }));
    for (const fold of [0, 1]) {
      const parts = seen.filter(({ index }) => index === fold).map(({ train }) => [...train]);
      expect(parts.map((part) => part.length)).toEqual([4, 9, 20]);
      expect(parts[1]).toEqual(expect.arrayContaining(parts[0]!));
      expect(parts[2]).toEqual([...folds[fold]!.train]);
    }
  });

  it('with labels holds the classes in proportion at every size', async () => {
    const { seen, task: spied } = spying(40);
    const labels = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 'rare' : 'common'));
    for await (const _ of learningCurve(kFold(40, { k: 2 }), spied, { sizes: [4, 8, 12], labels }));
    for (const { train } of seen) {
      expect(train.filter((i) => labels[i] === 'rare')).toHaveLength(train.length / 4);
    }
  });

  it('gives a size before the next is begun, and learns more from more', async () => {
    const losses: number[] = [];
    const fits: number[] = [];
    let count = 0;
    const fit = (context: FitContext<number>) => {
      count++;
      return fitLogistic(context);
    };
    const curve = learningCurve(stratifiedKFold(truth, { k: 3 }), { ...task, fit }, { sizes: [6, 1], labels: truth });
    for await (const { scores, trainScores } of curve) {
      losses.push(scores.logLoss.mean);
      fits.push(count);
      expect(trainScores.accuracy.mean).toBeGreaterThan(scores.accuracy.mean);
    }
    expect(fits).toEqual([3, 6]);
    expect(losses[1]!).toBeLessThan(losses[0]!);
  });

  it('draws the samples by seed', async () => {
    const drawn = async (seed: number) => {
      const { seen, task: spied } = spying(40);
      for await (const _ of learningCurve(kFold(40), spied, { sizes: [5], seed }));
      return seen.map(({ train }) => [...train]);
    };
    expect(await drawn(1)).toEqual(await drawn(1));
    expect(await drawn(1)).not.toEqual(await drawn(2));
  });

  it.each([
    ['a size of nothing', { sizes: [0] }, /sizes must be shares in \(0, 1\] or integers from 2 to 16/],
    ['a size above the train part', { sizes: [17] }, /got 17/],
    ['a size of half a sample', { sizes: [2.5] }, /got 2.5/],
    ['no sizes', { sizes: [] }, /at least one size/],
    ['labels of another length', { labels: [1] }, /labels must hold one for each of 20 samples, got 1/],
  ])('refuses %s at the call', (_, options, message) => {
    const call = () => learningCurve(kFold(20), spying(20).task, options);
    expect(call).toThrow(ArgumentError);
    expect(call).toThrow(message);
  });

  it('refuses a single fold at the call', () => {
    const [fold] = kFold(20);
    expect(() => learningCurve([fold!], spying(20).task)).toThrow(/folds must be at least 2/);
  });
});
