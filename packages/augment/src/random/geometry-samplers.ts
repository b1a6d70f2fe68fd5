/** The samplers of places. One file, as each is a line or two and they read as a table. */
import type { Rng } from '@animals/core';
import { checkNumber } from '../image/check-number.ts';
import type { Corners, GeometryStep } from '../steps/step.ts';
import type { Sampler } from './sampler.ts';

/** Mirrors, each axis with its probability. */
export function randomFlip({ horizontal = 0.5, vertical = 0 } = {}): Sampler {
  checkNumber('horizontal', horizontal, { least: 0, most: 1 });
  checkNumber('vertical', vertical, { least: 0, most: 1 });
  return (rng) => {
    const steps: GeometryStep[] = [];
    if (rng.uniform() < horizontal) steps.push({ op: 'flip', axis: 'horizontal' });
    if (rng.uniform() < vertical) steps.push({ op: 'flip', axis: 'vertical' });
    return steps;
  };
}

/** Moves by up to fractions of the picture's size, in fractions of pixels. */
export function randomShift({ height = 0.1, width = 0.1 } = {}): Sampler {
  checkNumber('height', height, { least: 0 });
  checkNumber('width', width, { least: 0 });
  return (rng, size) => [
    { op: 'shift', rows: both(rng, height) * size.height, columns: both(rng, width) * size.width },
  ];
}

/** Turns by up to so many degrees to either side. */
export function randomRotation({ degrees = 20 } = {}): Sampler {
  checkNumber('degrees', degrees, { least: 0 });
  return (rng) => [{ op: 'rotate', degrees: both(rng, degrees) }];
}

/** Shears by angles of up to so many degrees along each axis. */
export function randomShear({ x = 10, y = 0 } = {}): Sampler {
  checkNumber('x', x, { least: 0, most: 89 });
  checkNumber('y', y, { least: 0, most: 89 });
  const slope = (rng: Rng, range: number) => Math.tan((both(rng, range) * Math.PI) / 180);
  return (rng) => [{ op: 'shear', x: slope(rng, x), y: slope(rng, y) }];
}

/** Enlarges by a factor between two, one for both axes unless `aspect` draws them apart. */
export function randomZoom({ low = 0.8, high = 1.2, aspect = false } = {}): Sampler {
  checkNumber('low', low, { least: Number.MIN_VALUE });
  checkNumber('high', high, { least: low });
  return (rng) => {
    const rows = rng.uniform(low, high);
    return [{ op: 'zoom', rows, columns: aspect ? rng.uniform(low, high) : rows }];
  };
}

/**
 * Looks at the picture from a side: each corner moves inwards by up to `distortion` times half the size.
 *
 * @see torchvision.transforms.RandomPerspective
 */
export function randomPerspective({ distortion = 0.3 } = {}): Sampler {
  checkNumber('distortion', distortion, { least: 0, most: 1 });
  return (rng, { height, width }) => {
    const down = () => (rng.uniform() * distortion * height) / 2;
    const across = () => (rng.uniform() * distortion * width) / 2;
    const [bottom, right] = [height - 1, width - 1];
    const corners: Corners = [
      down(),
      across(),
      down(),
      right - across(),
      bottom - down(),
      right - across(),
      bottom - down(),
      across(),
    ];
    return [{ op: 'perspective', corners }];
  };
}

/**
 * Bends the picture like rubber: displacements of about `amplitude` pixels, smooth over `spacing` pixels.
 *
 * @see Simard, Steinkraus and Platt 2003; here the smoothing is a cubic B-spline in place of a Gaussian
 */
export function randomElastic({ amplitude = 3, spacing = 24 } = {}): Sampler {
  checkNumber('amplitude', amplitude, { least: 0 });
  checkNumber('spacing', spacing, { least: 1 });
  return (rng) => [{ op: 'elastic', amplitude, spacing, seed: rng.uint32() }];
}

/** Cuts a rectangle of a size out at a random place. */
export function randomCrop({ height, width }: { readonly height: number; readonly width: number }): Sampler {
  checkNumber('height', height, { least: 1, whole: true });
  checkNumber('width', width, { least: 1, whole: true });
  return (rng, size) => {
    checkNumber('height', height, { least: 1, most: size.height });
    checkNumber('width', width, { least: 1, most: size.width });
    const [top, left] = [rng.int(0, size.height - height + 1), rng.int(0, size.width - width + 1)];
    return [{ op: 'crop', top, left, height, width }];
  };
}

/** What part is cut out, and how large it is drawn: as the picture unless said. */
export interface ResizedCropOptions {
  readonly height?: number;
  readonly width?: number;
  /** Fractions of the area. */
  readonly scale?: readonly [number, number];
  /** Width over height. */
  readonly ratio?: readonly [number, number];
}

const CROP_TRIES = 10;

/**
 * Cuts out a rectangle of random area and shape, and draws it in a size.
 *
 * @see torchvision.transforms.RandomResizedCrop, whose ranges these are; it antialiases where ours is bilinear
 */
export function randomResizedCrop({
  height,
  width,
  scale = [0.08, 1],
  ratio = [3 / 4, 4 / 3],
}: ResizedCropOptions = {}): Sampler {
  checkNumber('scale', scale[0], { least: Number.MIN_VALUE, most: scale[1] });
  checkNumber('ratio', ratio[0], { least: Number.MIN_VALUE, most: ratio[1] });
  return (rng, size) => {
    const to = { toHeight: height ?? size.height, toWidth: width ?? size.width };
    for (let i = 0; i < CROP_TRIES; i++) {
      const area = size.height * size.width * rng.uniform(...scale);
      const shape = Math.exp(rng.uniform(Math.log(ratio[0]), Math.log(ratio[1])));
      const [h, w] = [Math.round(Math.sqrt(area / shape)), Math.round(Math.sqrt(area * shape))];
      if (h < 1 || w < 1 || h > size.height || w > size.width) continue;
      const [top, left] = [rng.int(0, size.height - h + 1), rng.int(0, size.width - w + 1)];
      return [{ op: 'crop', top, left, height: h, width: w, ...to }];
    }
    return [{ op: 'crop', top: 0, left: 0, ...size, ...to }];
  };
}

function both(rng: Rng, range: number): number {
  return range === 0 ? 0 : rng.uniform(-range, range);
}
