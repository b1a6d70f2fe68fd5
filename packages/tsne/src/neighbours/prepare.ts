import { ArgumentError } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { columnMeans } from '../products/column-means.ts';
import type { Metric } from './neighbours.ts';

/**
 * Samples whose euclidean distances order them as the metric does, shifted to mean 0, which keeps products small.
 *
 * For `cosine` each has length 1: half the squared distance is one minus the cosine.
 */
export function prepare(xs: FloatMatrix, metric: Metric): FloatMatrix {
  const own = metric === 'cosine' ? unitRows(xs) : { ...xs, data: xs.data.slice() };
  const mean = columnMeans(own);
  for (let at = 0; at < own.data.length; at += own.columns) {
    for (let j = 0; j < own.columns; j++) own.data[at + j] = (own.data[at + j] as number) - (mean[j] as number);
  }
  return own;
}

/** Samples of length 1. */
export function unitRows({ data, rows, columns }: FloatMatrix): FloatMatrix {
  const unit = new Float32Array(data.length);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let p = i * columns; p < (i + 1) * columns; p++) sum += (data[p] as number) ** 2;
    if (sum === 0) {
      throw new ArgumentError('xs', `xs must have no row of zeros with metric 'cosine', got one at sample ${i}`);
    }
    const scale = 1 / Math.sqrt(sum);
    for (let p = i * columns; p < (i + 1) * columns; p++) unit[p] = (data[p] as number) * scale;
  }
  return { data: unit, rows, columns };
}
