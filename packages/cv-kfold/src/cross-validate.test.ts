import { ArgumentError } from '@animals/core';
import { describe, expect, it, vi } from 'vitest';
import { assertNoLeak } from './assert-no-leak.ts';
import { crossValidate } from './cross-validate.ts';
import { kFold } from './k-fold.ts';
import type { FitContext, ModelTask } from './model/model-task.ts';
import { predefinedSplit } from './predefined-split.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { accuracy, argMax, fitLogistic, logLoss, truth } from './testing/logistic-task.ts';
import { timeSeriesSplit } from './time-series-split.ts';

const folds = () => stratifiedKFold(truth);
const task = { truth, fit: fitLogistic, metrics: { accuracy, logLoss } };

/** Predicts the mean of what it learned from. */
const meanTask = {
  truth: Array.from({ length: 20 }, (_, i) => i),
  fit: ({ trainTruth }: FitContext<number>) => ({
    predict: (samples: Uint32Array) =>
      Array.from(samples, () => trainTruth.reduce((a, b) => a + b) / trainTruth.length),
  }),
  metrics: {
    error: (values: readonly number[], guesses: readonly number[]) =>
      values.reduce((sum, value, i) => sum + Math.abs(value - (guesses[i] as number)), 0) / values.length,
  },
} satisfies ModelTask<number, number, 'error'>;

/** The same task, which keeps what it was told to learn from. */
function spying(options: Partial<ModelTask<number, number, 'error'>> = {}) {
  const seen: FitContext<number>[] = [];
  const fit = (context: FitContext<number>) => {
    seen.push(context);
    return meanTask.fit(context);
  };
  return { seen, task: { ...meanTask, fit, ...options } };
}

describe('crossValidate of a function', () => {
  it('gives whatever that returns', async () => {
    const results = await crossValidate(kFold(10), ({ test }) => test.length).results();
    expect(results.map(({ result }) => result)).toEqual([2, 2, 2, 2, 2]);
  });
});

describe('crossValidate of a model', () => {
  // cross_validate(LogisticRegression(tol=1e-10, max_iter=10000), xs, truth, cv=StratifiedKFold(5),
  //   scoring={'accuracy': 'accuracy', 'loss': 'neg_log_loss'}, return_train_score=True), scikit-learn 1.9.1
  it('has the scores of scikit-learn, on both parts, for three classes and two metrics', async () => {
    const {
      folds: results,
      summary,
      trainSummary,
    } = await crossValidate(folds(), { ...task, trainScores: true }).report();
    const scores = results.map(({ result }) => result.scores);
    const trained = results.map(({ result }) => result.trainScores!);
    expect(scores.map((score) => score.accuracy)).toBeAllClose([5 / 6, 5 / 6, 5 / 6, 1 / 2, 2 / 3]);
    expect(trained.map((score) => score.accuracy)).toBeAllClose([19 / 24, 5 / 6, 7 / 8, 11 / 12, 5 / 6]);
    expect(scores.map((score) => score.logLoss)).toBeAllClose(
      [0.3999955177427148, 0.4138078992751102, 0.5943086547140032, 1.1105106170510244, 0.581945826062013],
      { rtol: 1e-6 },
    );
    expect(trained.map((score) => score.logLoss)).toBeAllClose(
      [0.4943241681373915, 0.48872703128350875, 0.44458388246331465, 0.3399406186684199, 0.4498144313747047],
      { rtol: 1e-6 },
    );
    expect([summary.accuracy.mean]).toBeAllClose([11 / 15]);
    expect([trainSummary!.accuracy.mean]).toBeAllClose([0.85]);
  });

  // p = cross_val_predict(..., method='predict_proba'): p.argmax(axis=1), and the mean of -log(p[i, truth[i]])
  it('keeps the predictions for all samples in the same pass, and judges them together', async () => {
    const { outOfFold, pooled } = await crossValidate(folds(), task).report();
    expect(outOfFold.map(({ sample }) => sample)).toEqual([...truth.keys()]);
    expect(outOfFold.map(({ prediction }) => argMax(prediction)).join('')).toBe('222000222100222200122200022200');
    expect([pooled.accuracy, pooled.logLoss]).toBeAllClose([22 / 30, 0.6201137029689731], { rtol: 1e-6 });
    const { fold, prediction } = outOfFold[0]!;
    expect(fold).toBe(0);
    expect(prediction).toBeAllClose([0.0363831857, 0.2712214687, 0.6923953456], { rtol: 1e-6 });
  });

  it('gives the first fold before the second is fitted', async () => {
    const { seen, task: spied } = spying();
    for await (const { fold, result } of crossValidate(kFold(20), spied)) {
      expect(seen).toHaveLength(fold.index + 1);
      expect(result.predictions).toHaveLength(4);
    }
  });

  it('shows the model its train part and the truth of that, and nothing else of the fold', async () => {
    const { seen, task: spied } = spying();
    const whole = [...kFold(20, { shuffle: true, seed: 3 })];
    await crossValidate(whole, spied).results();
    for (const [i, context] of seen.entries()) {
      const { train, index, repeat, seed } = whole[i]!;
      expect(context).toEqual({
        train,
        trainTruth: [...train],
        validation: new Uint32Array(0),
        validationTruth: [],
        index,
        repeat,
        seed,
        signal: expect.any(AbortSignal),
      });
    }
  });

  it('cuts validation samples from train, never from test, the same ones every time', async () => {
    const whole = [...kFold(20, { shuffle: true, seed: 3 })];
    const cut = async () => {
      const { seen, task: spied } = spying({ validation: { fraction: 0.25 } });
      await crossValidate(whole, spied).results();
      return seen.map(({ train, validation, validationTruth }) => ({ train, validation, validationTruth }));
    };
    const parts = await cut();
    for (const [i, { train, validation, validationTruth }] of parts.entries()) {
      expect([...train, ...validation].sort((a, b) => a - b)).toEqual([...whole[i]!.train]);
      expect(validation).toHaveLength(4);
      expect(validationTruth).toEqual([...validation]);
      assertNoLeak({ ...whole[i]!, train: validation });
    }
    expect(await cut()).toEqual(parts);
    expect(parts[0]!.validation).not.toEqual(parts[1]!.validation);
  });

  it('cuts validation samples by class, by group, and in the order of time', async () => {
    const labels = Array.from({ length: 20 }, (_, i) => i % 2);
    const groups = Array.from({ length: 20 }, (_, i) => i >> 1);
    const { seen, task: stratified } = spying({ validation: { fraction: 0.25, labels } });
    await crossValidate(kFold(20), stratified).results();
    for (const { validation } of seen) expect(validation.filter((i) => labels[i] === 1)).toHaveLength(2);

    const { seen: grouped, task: byGroup } = spying({ validation: { fraction: 0.25, labels, groups } });
    await crossValidate(kFold(20), byGroup).results();
    for (const { train, validation } of grouped) {
      assertNoLeak({ index: 0, repeat: 0, seed: 0, train, test: validation }, { groups });
    }

    const { seen: ordered, task: inTime } = spying({ validation: { fraction: 0.5, shuffle: false } });
    await crossValidate(timeSeriesSplit(20, { k: 3 }), inTime).results();
    for (const { train, validation } of ordered) expect(train.at(-1)!).toBeLessThan(validation[0]!);
  });

  it('scores what was learned from without the validation samples', async () => {
    const judged: number[] = [];
    const metrics = { error: (values: readonly number[]) => judged.push(values.length) };
    await crossValidate(kFold(20), {
      ...meanTask,
      metrics,
      trainScores: true,
      validation: { fraction: 0.25 },
    }).results();
    expect(judged.slice(0, 2)).toEqual([4, 12]);
  });

  it('disposes every model, also when it cannot predict', async () => {
    const dispose = vi.fn();
    const fit = (context: FitContext<number>) => ({ ...meanTask.fit(context), dispose });
    await crossValidate(kFold(20), { ...meanTask, fit }).results();
    expect(dispose).toHaveBeenCalledTimes(5);
    const broken = () => ({ predict: () => Promise.reject<number[]>(new Error('no memory')), dispose });
    await expect(crossValidate(kFold(20), { ...meanTask, fit: broken }).results()).rejects.toThrow(
      'fold 0 of repeat 0 failed: no memory',
    );
    expect(dispose).toHaveBeenCalledTimes(6);
  });

  it('times fitting and predicting if asked, and leaves times and train scores out if not', async () => {
    const [timed] = await crossValidate(kFold(20), { ...meanTask, timings: true }).results();
    expect(timed!.result.timings!.fit).toBeGreaterThanOrEqual(0);
    const [plain] = await crossValidate(kFold(20), meanTask).results();
    expect(Object.keys(plain!.result)).toEqual(['scores', 'predictions']);
  });

  it('takes typed arrays of truth and of predictions, and all repeats', async () => {
    const fit = () => ({ predict: async (samples: Uint32Array) => Float32Array.from(samples) });
    const run = crossValidate(kFold(20, { k: 2, repeats: 2, shuffle: true }), {
      ...meanTask,
      truth: new Float64Array(20),
      fit,
    });
    const { outOfFold, folds: results } = await run.report();
    expect(results[0]!.result.predictions).toEqual([...results[0]!.fold.test]);
    expect(outOfFold).toHaveLength(40);
    expect(outOfFold[20]).toMatchObject({ sample: 0, repeat: 1, prediction: 0 });
  });

  it('names fold and metric of a score that is not finite, and a model that predicts too few', async () => {
    const metrics = { error: () => Number.NaN };
    await expect(crossValidate(kFold(20), { ...meanTask, metrics }).results()).rejects.toThrow(
      'fold 0 of repeat 0 failed: metric error must give a finite number, gave NaN for 4 samples',
    );
    const fit = () => ({ predict: () => [1] });
    await expect(crossValidate(kFold(20), { ...meanTask, fit }).results()).rejects.toThrow(
      'predict must give one prediction for each of 4 samples, gave 1',
    );
  });

  it('refuses to sum up a single fold before anything is fitted', async () => {
    const { seen, task: spied } = spying();
    const once = crossValidate(predefinedSplit([0, -1, -1]), { ...spied, truth: [1, 2, 3] });
    await expect(once.report()).rejects.toThrow(ArgumentError);
    expect(seen).toHaveLength(0);
    expect(await once.results()).toHaveLength(1);
  });

  it.each([
    ['truth that is too short', { truth: [1, 2] }, /truth must hold one for each sample, got 2, none for 19/],
    ['no metrics', { metrics: {} }, /at least one metric/],
    ['a metric that is none', { metrics: { error: 3 } }, /metrics must be functions, got number for error/],
    ['no model', { fit: undefined }, /fit must be a function, got undefined/],
    [
      'a validation part of everything',
      { validation: { fraction: 1 } },
      /validation.fraction must be in \(0, 1\), got 1/,
    ],
    [
      'too few labels',
      { validation: { fraction: 0.2, labels: [1] } },
      /validation.labels must hold one for each of 20/,
    ],
    ['a validation part that cannot be cut', { validation: { fraction: 0.99 } }, /testSize must leave samples/],
    [
      'groups that have no effect',
      { validation: { fraction: 0.2, groups: meanTask.truth, shuffle: false } },
      /groups must be left out/,
    ],
  ])('refuses %s at the call', (_, change, message) => {
    const call = () => crossValidate(kFold(20), { ...meanTask, ...(change as object) } as typeof meanTask);
    expect(call).toThrow(ArgumentError);
    expect(call).toThrow(message);
  });
});
