import { logisticRegression } from '@animals/core';
import type { FitContext } from '../model/model-task.ts';

/** Features: numpy.sin(1 + i * 7.3 + j * 2.1) * (1 + j), i = 0..29, j = 0..2. */
const xs = Array.from({ length: 30 }, (_, i) => [0, 1, 2].map((j) => Math.sin(1 + i * 7.3 + j * 2.1) * (1 + j)));

/** Three classes. */
export const truth = Array.from('222100122100122100222000122210', Number);

const rows = (samples: Uint32Array) => Array.from(samples, (i) => xs[i] as number[]);

/** LogisticRegression(tol=1e-10, max_iter=10000): predicts the probabilities of the classes. */
export function fitLogistic({ train, trainTruth }: FitContext<number>) {
  const model = logisticRegression(rows(train), trainTruth, { tolerance: 1e-10 });
  return {
    predict(samples: Uint32Array): number[][] {
      const { data, columns } = model.predictProbability(rows(samples));
      return Array.from(samples, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)]);
    },
  };
}

export const argMax = (values: readonly number[]) => values.indexOf(Math.max(...values));

/** Share of predictions whose likeliest class is the true one. */
export const accuracy = (truth: readonly number[], predictions: readonly number[][]) =>
  predictions.filter((p, i) => argMax(p) === truth[i]).length / truth.length;

/** Mean negative log probability of the true class. */
export const logLoss = (truth: readonly number[], predictions: readonly number[][]) =>
  predictions.reduce((sum, p, i) => sum - Math.log(p[truth[i] as number] as number), 0) / truth.length;
