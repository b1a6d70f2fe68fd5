import type { Fold } from '@animals/core';
import { linearProbe } from '@animals/transfer';

/** The penalty at which scikit-learn's C is 0.01: many features, few samples. */
const L2 = 100;

/** Accuracy of a logistic regression on standardised vectors, fold by fold: what no network has to be trained for. */
export function linearAccuracy(
  vectors: readonly ArrayLike<number>[],
  labels: ArrayLike<number>,
  folds: readonly Fold[],
): readonly number[] {
  return folds.map(({ train, test }) => {
    const rows = (indices: Uint32Array) => Array.from(indices, (i) => vectors[i] as ArrayLike<number>);
    const truth = (indices: Uint32Array) => Array.from(indices, (i) => labels[i] as number);
    const predicted = linearProbe(rows(train), truth(train), { l2: L2 }).predict(rows(test));
    return truth(test).filter((label, i) => label === predicted[i]).length / test.length;
  });
}
