import { describe, expectTypeOf, it } from 'vitest';
import {
  type CompareOptions,
  type CrossValidation,
  crossValidate,
  crossValPredict,
  type Fold,
  type FoldResult,
  type FoldScores,
  groupKFold,
  kFold,
  learningCurve,
  type ModelValidation,
  permutationTest,
  type SplitOptions,
  type Summary,
  splitters,
  stratifiedGroupKFold,
  stratifiedKFold,
  type TrainTestOptions,
  trainTestSplit,
} from './index.ts';

describe('crossValidate', () => {
  it('infers what the work returns, awaited or not', async () => {
    const later = crossValidate(kFold(10), async (fold) => ({ accuracy: fold.test.length }));
    expectTypeOf(later).toEqualTypeOf<CrossValidation<{ accuracy: number }>>();
    expectTypeOf(await later.results()).toEqualTypeOf<FoldResult<{ accuracy: number }>[]>();
    expectTypeOf(crossValidate(kFold(10), () => 'now')).toEqualTypeOf<CrossValidation<string>>();
  });

  it('hands the work a fold and a signal', () => {
    crossValidate(kFold(10), (fold, context) => {
      expectTypeOf(fold).toEqualTypeOf<Fold>();
      expectTypeOf(context.signal).toEqualTypeOf<AbortSignal>();
    });
  });
});

describe('crossValidate of a model', () => {
  const truth = ['fox', 'dog'];
  const task = {
    truth,
    fit: ({ trainTruth }: { readonly trainTruth: readonly string[] }) => ({
      predict: (samples: Uint32Array) => Array.from(samples, () => trainTruth.length),
    }),
    metrics: { accuracy: (_: readonly string[], __: readonly number[]) => 1, loss: () => 0 },
  };

  it('types the scores by the names of the metrics, and the predictions by the model', async () => {
    const run = crossValidate(kFold(2, { k: 2 }), task);
    expectTypeOf(run).toEqualTypeOf<ModelValidation<number, 'accuracy' | 'loss'>>();
    const { summary, outOfFold, pooled } = await run.report();
    expectTypeOf(summary).toEqualTypeOf<Readonly<Record<'accuracy' | 'loss', Summary>>>();
    expectTypeOf(pooled.loss).toEqualTypeOf<number>();
    expectTypeOf(outOfFold[0]!.prediction).toEqualTypeOf<number>();
    for await (const { result } of run) expectTypeOf(result).toEqualTypeOf<FoldScores<number, 'accuracy' | 'loss'>>();
    // @ts-expect-error there is no such metric
    summary.auc;
  });

  it('infers truth, predictions and metrics of a task that is written in place', async () => {
    const run = crossValidate(kFold(2, { k: 2 }), {
      truth: [1, 2],
      fit: ({ trainTruth, train }) => {
        expectTypeOf(trainTruth).toEqualTypeOf<readonly number[]>();
        expectTypeOf(train).toEqualTypeOf<Uint32Array>();
        return { predict: async (samples) => Array.from(samples, String) };
      },
      metrics: {
        length: (values, predictions) => {
          expectTypeOf(values).toEqualTypeOf<readonly number[]>();
          expectTypeOf(predictions).toEqualTypeOf<readonly string[]>();
          return predictions.length;
        },
      },
    });
    expectTypeOf(run).toEqualTypeOf<ModelValidation<string, 'length'>>();
  });

  it('refuses a metric that compares other things than there are', () => {
    const metrics = { wrong: (_: readonly Date[], __: readonly number[]) => 1 };
    // @ts-expect-error truth holds strings
    crossValidate(kFold(2), { ...task, metrics });
  });

  it('carries names and predictions on', async () => {
    expectTypeOf(await crossValPredict(kFold(2), task)).toEqualTypeOf<number[]>();
    for await (const { scores } of learningCurve(kFold(2), task)) expectTypeOf(scores.loss).toEqualTypeOf<Summary>();
    await permutationTest((labels) => stratifiedKFold(labels), task, { metric: 'loss', lowerIsBetter: true });
    // @ts-expect-error there is no such metric
    await permutationTest((labels) => stratifiedKFold(labels), task, { metric: 'auc' });
  });
});

describe('compareModels', () => {
  it('needs sizes for the corrected test only', () => {
    expectTypeOf<{ method: '5x2' }>().toExtend<CompareOptions>();
    expectTypeOf<{ method: 'corrected'; trainSize: 160; testSize: 40 }>().toExtend<CompareOptions>();
    expectTypeOf<{ method: 'corrected' }>().not.toExtend<CompareOptions>();
  });
});

describe('splitting', () => {
  it('gives folds', () => {
    const labels = ['fox', 'dog'];
    expectTypeOf(kFold(10)).toExtend<Iterable<Fold>>();
    expectTypeOf(stratifiedKFold(labels)).toExtend<Iterable<Fold>>();
    expectTypeOf(groupKFold(Uint8Array.of(1, 2))).toExtend<Iterable<Fold>>();
    expectTypeOf(stratifiedGroupKFold(labels, [1, 2])).toExtend<Iterable<Fold>>();
    expectTypeOf(splitters.kFold().split({ n: 3 })).toExtend<Iterable<Fold>>();
  });

  it('takes a seed with shuffle only', () => {
    expectTypeOf<{ k: 5; shuffle: true; seed: number }>().toExtend<SplitOptions>();
    expectTypeOf<{ k: 5; shuffle: true }>().toExtend<SplitOptions>();
    expectTypeOf<{ k: 5; repeats: 2 }>().toExtend<SplitOptions>();
    expectTypeOf<{ seed: number }>().not.toExtend<SplitOptions>();
    expectTypeOf<{ shuffle: false; seed: number }>().not.toExtend<SplitOptions>();
    // @ts-expect-error a seed without shuffle has no effect
    kFold(10, { seed: 1 });
    expectTypeOf(trainTestSplit(10)).toEqualTypeOf<Fold>();
    expectTypeOf<{ testSize: 0.2; labels: Uint8Array; groups: string[] }>().toExtend<TrainTestOptions>();
    // @ts-expect-error leaving p out is the point
    splitters.leavePOut();
    // @ts-expect-error the same for the other splitters
    splitters.stratifiedGroupKFold({ k: 3, seed: 1 });
  });
});
