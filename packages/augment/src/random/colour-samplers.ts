/** The samplers of values. One file, as each is a line or two and they read as a table. */
import type { Rng } from '@animals/core';
import { checkNumber } from '../image/check-number.ts';
import type { ColourStep } from '../steps/step.ts';
import type { Sampler } from './sampler.ts';

/** How far each may change: a factor from 1 - x to 1 + x, hue by up to x turns. */
export interface ColourJitterOptions {
  readonly brightness?: number;
  readonly contrast?: number;
  readonly saturation?: number;
  readonly hue?: number;
}

/**
 * Changes brightness, contrast, saturation and hue, in random order.
 *
 * @see torchvision.transforms.ColorJitter
 */
export function colourJitter({
  brightness = 0.2,
  contrast = 0.2,
  saturation = 0.2,
  hue = 0,
}: ColourJitterOptions = {}): Sampler {
  for (const [name, value] of Object.entries({ brightness, contrast, saturation }))
    checkNumber(name, value, { least: 0 });
  checkNumber('hue', hue, { least: 0, most: 0.5 });
  const factor = (rng: Rng, range: number) => rng.uniform(Math.max(0, 1 - range), 1 + range);
  return (rng) => {
    const steps: (ColourStep | undefined)[] = [
      brightness ? { op: 'brightness', factor: factor(rng, brightness) } : undefined,
      contrast ? { op: 'contrast', factor: factor(rng, contrast) } : undefined,
      saturation ? { op: 'saturation', factor: factor(rng, saturation) } : undefined,
      hue ? { op: 'hue', turns: rng.uniform(-hue, hue) } : undefined,
    ];
    return [...rng.permutation(4)].flatMap((i) => steps[i] ?? []);
  };
}

/** A gamma between two, evenly in its logarithm. */
export function randomGamma({ low = 0.7, high = 1.4 } = {}): Sampler {
  checkNumber('low', low, { least: Number.MIN_VALUE });
  checkNumber('high', high, { least: low });
  return (rng) => [{ op: 'gamma', gamma: Math.exp(rng.uniform(Math.log(low), Math.log(high))) }];
}

/** The same change every time; with `sometimes`, a random one. */
export function always(...steps: readonly ColourStep[]): Sampler {
  return () => steps;
}

/** A Gaussian blur of a width between two. */
export function randomBlur({ low = 0.1, high = 1.5 } = {}): Sampler {
  checkNumber('low', low, { least: 0 });
  checkNumber('high', high, { least: low });
  return (rng) => [{ op: 'blur', sigma: rng.uniform(low, high) }];
}

/** Normal noise of a standard deviation of up to so many grey levels. */
export function randomNoise({ sd = 10 } = {}): Sampler {
  checkNumber('sd', sd, { least: 0 });
  return (rng) => [{ op: 'noise', sd: rng.uniform(0, sd), seed: rng.uint32() }];
}

/** JPEG of a quality between two; the policy needs a codec. */
export function randomJpeg({ low = 30, high = 95 } = {}): Sampler {
  checkNumber('low', low, { least: 1, most: 100 });
  checkNumber('high', high, { least: low, most: 100 });
  return (rng) => [{ op: 'jpeg', quality: Math.round(rng.uniform(low, high)) }];
}

/** Which rectangle is overwritten, and how often. */
export interface ErasingOptions {
  readonly p?: number;
  /** Fractions of the area. */
  readonly scale?: readonly [number, number];
  /** Height over width. */
  readonly ratio?: readonly [number, number];
  readonly fill?: number | 'noise';
}

const ERASE_TRIES = 10;

/**
 * Overwrites a rectangle of random area and shape.
 *
 * @see torchvision.transforms.RandomErasing, whose ranges these are
 */
export function randomErasing({
  p = 0.5,
  scale = [0.02, 0.33],
  ratio = [0.3, 3.3],
  fill = 0,
}: ErasingOptions = {}): Sampler {
  checkNumber('p', p, { least: 0, most: 1 });
  return (rng, { height, width }) => {
    if (rng.uniform() >= p) return [];
    for (let i = 0; i < ERASE_TRIES; i++) {
      const area = height * width * rng.uniform(...scale);
      const shape = Math.exp(rng.uniform(Math.log(ratio[0]), Math.log(ratio[1])));
      const [h, w] = [Math.round(Math.sqrt(area * shape)), Math.round(Math.sqrt(area / shape))];
      if (h < 1 || w < 1 || h >= height || w >= width) continue;
      const [top, left] = [rng.int(0, height - h + 1), rng.int(0, width - w + 1)];
      return [{ op: 'erase', top, left, height: h, width: w, fill: fill === 'noise' ? { seed: rng.uint32() } : fill }];
    }
    return [];
  };
}

/** Overwrites a square about a random pixel, cut at the edges. @see DeVries and Taylor 2017 */
export function cutout({ size, fill = 0 }: { readonly size: number; readonly fill?: number }): Sampler {
  checkNumber('size', size, { least: 1, whole: true });
  return (rng, { height, width }) => {
    const [row, column] = [rng.int(0, height), rng.int(0, width)];
    const [top, left] = [row - Math.floor(size / 2), column - Math.floor(size / 2)];
    return [{ op: 'erase', top, left, height: size, width: size, fill }];
  };
}
