import { ArgumentError } from '@animals/core';

/** How large the parts of a random split are: a share in (0, 1) of the samples, or an integer count from 1. */
export interface SizeOptions {
  /** A share is rounded up. All that is not in train when left out and `trainSize` is given. */
  readonly testSize?: number;
  /** A share is rounded down. All that is not in test when left out; with both, samples may be in neither. */
  readonly trainSize?: number;
}

/** The same as counts of samples. */
export interface PartSizes {
  readonly train: number;
  readonly test: number;
}

/**
 * Counts of samples in train and test, rounded as in scikit-learn; `usualTest` is the share of test when no size is given.
 *
 * @throws ArgumentError if a size is out of its range, both do not fit into n, or one of them comes out empty.
 */
export function partSizes(n: number, { testSize, trainSize }: SizeOptions, usualTest = 0.1): PartSizes {
  const test = countOf('testSize', testSize ?? (trainSize === undefined ? usualTest : undefined), {
    n,
    round: Math.ceil,
  });
  const train = countOf('trainSize', trainSize, { n, round: Math.floor });
  const sizes = { train: train ?? n - (test as number), test: test ?? n - (train as number) };
  if (sizes.train + sizes.test <= n && sizes.train > 0 && sizes.test > 0) return sizes;
  const parameter = testSize === undefined && trainSize !== undefined ? 'trainSize' : 'testSize';
  throw new ArgumentError(
    parameter,
    `${parameter} must leave samples for both parts, got ${sizes.train} to learn from and ${sizes.test} to judge on of ${n}`,
  );
}

interface Rounding {
  readonly n: number;
  readonly round: (size: number) => number;
}

function countOf(parameter: string, size: number | undefined, { n, round }: Rounding): number | undefined {
  if (size === undefined) return undefined;
  if (size > 0 && size < 1) return round(size * n);
  if (Number.isSafeInteger(size) && size >= 1) return size;
  throw new ArgumentError(
    parameter,
    `${parameter} must be a share in (0, 1) or an integer count from 1, got ${String(size)}`,
  );
}
