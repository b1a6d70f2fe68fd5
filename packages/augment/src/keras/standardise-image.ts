import { ArgumentError } from '@animals/core';
import type { Image } from '../image/image.ts';
import { wanted } from './fit-statistics.ts';
import type { KerasOptions } from './keras-options.ts';
import type { KerasStatistics } from './keras-statistics.ts';

const EPSILON = 1e-6;

/**
 * Everything of ImageDataGenerator that is not random: preprocessing function, rescaling, then centring and scaling.
 *
 * @see keras.src.legacy.preprocessing.image.ImageDataGenerator.standardize
 */
export function standardiseImage(
  image: Image,
  options: KerasOptions,
  statistics: KerasStatistics | undefined,
): Image<Float32Array> {
  const floats: Image<Float32Array> = { ...image, pixels: Float32Array.from(image.pixels) };
  const prepared = options.preprocessingFunction?.(floats) ?? floats;
  const values = Float64Array.from(prepared.pixels, (value) => value * (options.rescale ?? 1));
  if (options.samplewiseCenter || options.samplewiseStdNormalization) centreSample(values, options);
  const { centre, scale, whiten } = wanted(options);
  if (centre && !statistics) {
    throw new ArgumentError(
      'statistics',
      'statistics must be given for featurewise options, got nothing; give what fit(images) returns',
    );
  }
  const { channels } = prepared;
  const { mean, sd, whitening } = statistics ?? {};
  if (centre && mean) subtract(values, mean, channels);
  if (scale && sd) for (let i = 0; i < values.length; i++) values[i]! /= sd[i % channels]! + EPSILON;
  if (whiten && whitening) whitenSample(values, whitening);
  return { ...prepared, pixels: Float32Array.from(values) };
}

function subtract(values: Float64Array, mean: readonly number[], channels: number): void {
  for (let i = 0; i < values.length; i++) values[i]! -= mean[i % channels]!;
}

function centreSample(values: Float64Array, { samplewiseStdNormalization }: KerasOptions): void {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  for (let i = 0; i < values.length; i++) values[i]! -= mean;
  if (!samplewiseStdNormalization) return;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
  for (let i = 0; i < values.length; i++) values[i]! /= sd + EPSILON;
}

function whitenSample(values: Float64Array, { axes, scales }: NonNullable<KerasStatistics['whitening']>): void {
  const amounts = axes.map((axis, k) => axis.reduce((sum, value, i) => sum + value * values[i]!, 0) * scales[k]!);
  values.fill(0);
  axes.forEach((axis, k) => {
    for (let i = 0; i < values.length; i++) values[i]! += amounts[k]! * axis[i]!;
  });
}
