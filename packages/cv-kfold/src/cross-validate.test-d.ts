import { describe, expectTypeOf, it } from 'vitest';
import {
  type CrossValidation,
  crossValidate,
  type Fold,
  type FoldResult,
  groupKFold,
  kFold,
  type SplitOptions,
  splitters,
  stratifiedGroupKFold,
  stratifiedKFold,
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
    // @ts-expect-error the same for the other splitters
    splitters.stratifiedGroupKFold({ k: 3, seed: 1 });
  });
});
