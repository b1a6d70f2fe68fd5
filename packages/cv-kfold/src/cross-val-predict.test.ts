import { ArgumentError } from '@animals/core';
import { describe, expect, it, vi } from 'vitest';
import { crossValPredict } from './cross-val-predict.ts';
import { kFold } from './k-fold.ts';
import { shuffleSplit } from './shuffle-split.ts';
import { stratifiedKFold } from './stratified-k-fold.ts';
import { argMax, fitLogistic, truth } from './testing/logistic-task.ts';

describe('crossValPredict', () => {
  // cross_val_predict(LogisticRegression(tol=1e-10, max_iter=10000), xs, truth, cv=StratifiedKFold(5)), scikit-learn 1.9.1
  it('has the predictions of scikit-learn, in the order of the samples', async () => {
    const predictions = await crossValPredict(stratifiedKFold(truth), { truth, fit: fitLogistic });
    expect(predictions.map(argMax).join('')).toBe('222000222100222200122200022200');
    const concurrent = await crossValPredict(stratifiedKFold(truth), { truth, fit: fitLogistic }, { concurrency: 3 });
    expect(concurrent).toEqual(predictions);
  });

  it('refuses folds that do not test every sample once, before anything is fitted', async () => {
    const fit = vi.fn(fitLogistic);
    const twice = kFold(30, { repeats: 2 });
    await expect(crossValPredict(twice, { truth, fit })).rejects.toThrow(/got sample 0 2 times; use a splitter/);
    await expect(crossValPredict(shuffleSplit(30), { truth, fit })).rejects.toThrow(ArgumentError);
    await expect(crossValPredict(kFold(29), { truth, fit })).rejects.toThrow(/got sample 29 0 times/);
    expect(fit).not.toHaveBeenCalled();
  });
});
