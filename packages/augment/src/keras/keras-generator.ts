import { ArgumentError, type ImageSet } from '@animals/core';
import { imageAt } from '../expand/image-at.ts';
import { checkNumber } from '../image/check-number.ts';
import type { Image } from '../image/image.ts';
import type { Policy } from '../random/policy.ts';
import { rngOf } from '../random/sample-key.ts';
import { applyKeras } from './apply-keras.ts';
import { checkKerasOptions } from './check-keras-options.ts';
import { fitStatistics } from './fit-statistics.ts';
import type { KerasOptions } from './keras-options.ts';
import type { KerasParameters } from './keras-parameters.ts';
import type { KerasStatistics } from './keras-statistics.ts';
import { sampleKeras } from './sample-keras.ts';
import { standardiseImage } from './standardise-image.ts';
import { unitWarnings } from './unit-warnings.ts';

/** How `fit` looks at the pictures. */
export interface KerasFitOptions {
  /** Learn from so many changed copies of each picture in place of the pictures; 0 takes the pictures. */
  readonly rounds?: number;
  /** Of the changed copies. */
  readonly seed?: number;
}

/** ImageDataGenerator as a value: nothing in it changes. */
export interface KerasGenerator extends Policy<KerasParameters> {
  readonly options: KerasOptions;
  /** Options whose unit looks wrong. */
  readonly warnings: readonly string[];
  /** Learns what the featurewise options need; give it the training pictures only. */
  fit(images: ImageSet, options?: KerasFitOptions): KerasStatistics;
  /** What happens after everything random: preprocessing function, rescaling, centring, scaling, whitening. */
  standardise(image: Image, options?: { readonly statistics?: KerasStatistics }): Image<Float32Array>;
  /** Which of so many pictures `validationSplit` leaves for a part: the first are validation, as in Keras. */
  subset(count: number, part: 'training' | 'validation'): Uint32Array;
}

/**
 * Keras' ImageDataGenerator, whose parameters are drawn apart from being applied.
 *
 * Values of pictures are 0 to 255. Bytes in, bytes out, rounded; for Keras' unrounded values give floats.
 * @throws ArgumentError if an option breaks its rule.
 * @see keras.src.legacy.preprocessing.image.ImageDataGenerator
 */
export function kerasGenerator(options: KerasOptions = {}): KerasGenerator {
  checkKerasOptions(options);
  const { onWarning = (message: string) => console.warn(message) } = options;
  const warnings = unitWarnings(options);
  for (const warning of warnings) onWarning(warning);
  const generator: KerasGenerator = {
    options,
    warnings,
    sample: (key, size) => sampleKeras(options, rngOf(key), size),
    apply: (image, parameters) => applyKeras(image, parameters, options),
    fit: (images, { rounds = 0, seed = 0 } = {}) => {
      const rows = fitRows(generator, images, rounds, seed);
      return fitStatistics(rows, images.channels, options);
    },
    standardise: (image, { statistics } = {}) => standardiseImage(image, options, statistics),
    subset: (count, part) => subset(count, part, options.validationSplit ?? 0),
  };
  return generator;
}

function fitRows(generator: KerasGenerator, images: ImageSet, rounds: number, seed: number): Float64Array[] {
  checkNumber('rounds', rounds, { least: 0, whole: true });
  if (images.count < 1) throw new ArgumentError('images', 'images must hold at least one picture, got none');
  const { rescale = 1 } = generator.options;
  const rows: Float64Array[] = [];
  for (let copy = 0; copy < Math.max(1, rounds); copy++) {
    for (let i = 0; i < images.count; i++) {
      const image = { ...imageAt(images, i), pixels: Float64Array.from(imageAt(images, i).pixels, (v) => v * rescale) };
      const key = { seed, id: images.ids[i] as string, copy };
      rows.push(rounds === 0 ? image.pixels : generator.apply(image, generator.sample(key, image)).pixels);
    }
  }
  return rows;
}

function subset(count: number, part: 'training' | 'validation', fraction: number): Uint32Array {
  checkNumber('count', count, { least: 0, whole: true });
  const cut = Math.floor(count * fraction);
  const [start, end] = part === 'validation' ? [0, cut] : [cut, count];
  return Uint32Array.from({ length: end - start }, (_, i) => start + i);
}
