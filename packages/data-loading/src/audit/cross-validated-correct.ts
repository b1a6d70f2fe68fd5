import { type Fold, logisticRegression } from '@animals/core';

/**
 * Counts the samples whose class a logistic regression tells that did not see them.
 *
 * Features are standardised on each fold's training part.
 */
export function crossValidatedCorrect(
  xs: readonly (readonly number[])[],
  ys: ArrayLike<number>,
  folds: readonly Fold[],
): number {
  const rows = (indices: Uint32Array) => Array.from(indices, (i) => xs[i] as readonly number[]);
  const labels = (indices: Uint32Array) => Array.from(indices, (i) => ys[i] as number);
  let correct = 0;
  for (const { train, test } of folds) {
    const model = logisticRegression(rows(train), labels(train), { standardise: true });
    const predicted = model.predict(rows(test));
    correct += labels(test).filter((label, i) => label === predicted[i]).length;
  }
  return correct;
}
