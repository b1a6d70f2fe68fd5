import { ArgumentError, type Fold } from '@animals/core';
import { checkCount, checkSampleCount } from './split/check-count.ts';
import { numberFolds } from './split/number-folds.ts';
import type { Parts } from './split/parts.ts';

/** How to cut test parts from the end of a series. */
export interface TimeSeriesOptions {
  /** Number of folds, from 2. */
  readonly k?: number;
  /** Samples in each test part; n / (k + 1), rounded down, when left out. */
  readonly testSize?: number;
  /** Samples left out between train and test, from 0. */
  readonly gap?: number;
  /** Most samples in a train part; the latest are kept. */
  readonly maxTrainSize?: number;
}

/**
 * Splits samples that stand in the order of time: each test part comes after its train part.
 *
 * The test parts are contiguous, of one size, follow each other and end with the last sample; a train part is all that
 * lies at least `gap` samples before its test part.
 * @throws ArgumentError if a number is out of its range, or the first train part would be empty.
 * @see scikit-learn TimeSeriesSplit, whose folds these are.
 */
export function timeSeriesSplit(n: number, options: TimeSeriesOptions = {}): Generator<Fold, void, undefined> {
  checkSampleCount(n);
  const { k = 5, gap = 0, maxTrainSize } = options;
  checkCount('k', k, { least: 2 });
  checkCount('gap', gap, { least: 0 });
  if (maxTrainSize !== undefined) checkCount('maxTrainSize', maxTrainSize, { least: 1 });
  const testSize = options.testSize ?? Math.floor(n / (k + 1));
  if (options.testSize === undefined && testSize < 1) {
    throw new ArgumentError(
      'k',
      `k must be at most ${Math.max(0, n - 1)}, one less than the samples, got ${k}; use fewer folds`,
    );
  }
  checkCount('testSize', testSize, { least: 1 });
  if (n - k * testSize - gap < 1) {
    const sizes = `${k} test parts of ${testSize} and a gap of ${gap}`;
    throw new ArgumentError('k', `k must leave samples to learn from, got ${sizes} for ${n} samples; use fewer folds`);
  }
  return numberFolds(windows({ n, k, gap, testSize, maxTrainSize: maxTrainSize ?? n }));
}

type Windows = Required<TimeSeriesOptions> & { readonly n: number };

function* windows({ n, k, gap, testSize, maxTrainSize }: Windows): Generator<Parts> {
  for (let start = n - k * testSize; start < n; start += testSize) {
    const end = start - gap;
    yield { train: range(Math.max(0, end - maxTrainSize), end), test: range(start, start + testSize) };
  }
}

const range = (from: number, to: number) => Uint32Array.from({ length: to - from }, (_, i) => from + i);
