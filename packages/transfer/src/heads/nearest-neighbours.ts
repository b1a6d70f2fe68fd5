import { ArgumentError, type Matrix, type OwnMatrix, type Samples } from '@animals/core';
import { checkLabels } from './check-labels.ts';
import { type Head, headOf } from './head.ts';
import { toMatrix } from './to-matrix.ts';

/** How neighbours are found. */
export interface NeighbourOptions {
  /** How many neighbours vote, from 1 to the number of samples. */
  readonly k?: number;
  /** `cosine` looks at directions only. */
  readonly metric?: 'cosine' | 'euclidean';
}

/**
 * Classifies by the votes of the k nearest training samples; probabilities are fractions of votes.
 *
 * Of neighbours at one distance the earlier sample is taken. Nothing is fitted: the samples are kept.
 * @throws ArgumentError if features and labels do not fit or an option breaks its rule.
 * @see scikit-learn KNeighborsClassifier(algorithm='brute')
 */
export function nearestNeighbours(
  features: Samples,
  labels: ArrayLike<number>,
  { k = 5, metric = 'cosine' }: NeighbourOptions = {},
): Head {
  const matrix = toMatrix(features);
  const own = checkLabels(labels, matrix.rows);
  if (!Number.isSafeInteger(k) || k < 1 || k > matrix.rows) {
    throw new ArgumentError('k', `k must be a whole number from 1 to the ${matrix.rows} samples, got ${k}`);
  }
  if (metric !== 'cosine' && metric !== 'euclidean') {
    throw new ArgumentError('metric', `metric must be cosine or euclidean, got ${String(metric)}`);
  }
  const prepare = (samples: Matrix) => (metric === 'cosine' ? unitRows(samples) : samples);
  const known = prepare(matrix);
  return headOf(own.classes, (samples) => votes(known, prepare(checked(toMatrix(samples), known)), { ...own, k }));
}

function checked(samples: Matrix, known: Matrix): Matrix {
  if (samples.columns === known.columns) return samples;
  throw new ArgumentError(
    'features',
    `features must have ${known.columns} columns like the known ones, got ${samples.columns}`,
  );
}

function votes(
  known: Matrix,
  samples: Matrix,
  { labels, classes, k }: { labels: Uint32Array; classes: number; k: number },
): OwnMatrix {
  const data = new Float64Array(samples.rows * classes);
  for (let row = 0; row < samples.rows; row++) {
    const distances = Float64Array.from({ length: known.rows }, (_, i) => squaredDistance(known, i, samples, row));
    const order = Array.from(distances.keys()).sort(
      (a, b) => (distances[a] as number) - (distances[b] as number) || a - b,
    );
    for (const i of order.slice(0, k)) {
      const at = row * classes + (labels[i] as number);
      data[at] = (data[at] as number) + 1 / k;
    }
  }
  return { data, rows: samples.rows, columns: classes };
}

function squaredDistance(a: Matrix, i: number, b: Matrix, j: number): number {
  let sum = 0;
  for (let p = i * a.columns, q = j * a.columns, end = p + a.columns; p < end; p++, q++) {
    sum += ((a.data[p] as number) - (b.data[q] as number)) ** 2;
  }
  return sum;
}

/** Rows of length 1, among which the Euclidean order is the order by cosine. */
function unitRows({ data, rows, columns }: Matrix): OwnMatrix {
  const out = Float64Array.from(data);
  for (let i = 0; i < rows; i++) {
    const row = out.subarray(i * columns, (i + 1) * columns);
    const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let j = 0; j < columns; j++) row[j] = (row[j] as number) / length;
  }
  return { data: out, rows, columns };
}
