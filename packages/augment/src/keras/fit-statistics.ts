import { symmetricEigen } from '@animals/core';
import type { KerasOptions } from './keras-options.ts';
import type { KerasStatistics } from './keras-statistics.ts';

/** Which statistics are wanted, after Keras' own rules of which option brings which other. */
export function wanted({ featurewiseCenter, featurewiseStdNormalization, zcaWhitening }: KerasOptions) {
  const whiten = zcaWhitening === true;
  const scale = featurewiseStdNormalization === true && !whiten;
  return { centre: featurewiseCenter === true || featurewiseStdNormalization === true || whiten, scale, whiten };
}

/**
 * Mean and standard deviation of each channel, and the axes of ZCA, of pictures as rows of floats.
 *
 * @see keras.src.legacy.preprocessing.image.ImageDataGenerator.fit
 */
export function fitStatistics(rows: readonly Float64Array[], channels: number, options: KerasOptions): KerasStatistics {
  const { centre, scale, whiten } = wanted(options);
  if (!centre) return {};
  const centres = perChannel(rows, channels, (value) => value);
  const variances = perChannel(rows, channels, (value, k) => (value - centres[k]!) ** 2);
  const centred = rows.map((row) => row.map((value, i) => value - centres[i % channels]!));
  return {
    mean: centres,
    ...(scale ? { sd: variances.map(Math.sqrt) } : {}),
    ...(whiten ? { whitening: whitening(centred, options.zcaEpsilon ?? 1e-6) } : {}),
  };
}

function perChannel(rows: readonly Float64Array[], channels: number, of: (value: number, k: number) => number) {
  const sums = new Array<number>(channels).fill(0);
  for (const row of rows)
    row.forEach((value, i) => {
      sums[i % channels]! += of(value, i % channels);
    });
  const count = (rows.length * rows[0]!.length) / channels;
  return sums.map((sum) => sum / count);
}

/** Left singular vectors of the transposed rows, from the smaller of both matrices of products. */
function whitening(rows: readonly Float64Array[], epsilon: number): NonNullable<KerasStatistics['whitening']> {
  const [n, size] = [rows.length, rows[0]!.length];
  const few = n < size;
  const order = few ? n : size;
  const column = (j: number) => Float64Array.from(rows, (row) => row[j]!);
  const lines = few ? rows : Array.from({ length: size }, (_, j) => column(j));
  const products = new Float64Array(order * order);
  for (let i = 0; i < order; i++) for (let j = 0; j < order; j++) products[i * order + j] = dot(lines[i]!, lines[j]!);
  const { values, vectors } = symmetricEigen(products, order);
  const singular = Array.from(values, (value) => Math.sqrt(Math.max(0, value)));
  // Directions in which the pictures do not vary have no axis of their own.
  const kept = singular.map((_, i) => i).filter((i) => singular[i]! > 1e-7 * Math.max(...singular));
  const axes = kept.map((i) => {
    const vector = vectors.subarray(i * order, (i + 1) * order);
    return few ? combine(rows, vector, 1 / singular[i]!) : vector.slice();
  });
  return { axes, scales: kept.map((i) => Math.sqrt(n) / (singular[i]! + epsilon)) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function combine(rows: readonly Float64Array[], weights: Float64Array, scale: number): Float64Array {
  const sum = new Float64Array(rows[0]!.length);
  rows.forEach((row, k) => {
    for (let i = 0; i < sum.length; i++) sum[i]! += weights[k]! * scale * row[i]!;
  });
  return sum;
}
