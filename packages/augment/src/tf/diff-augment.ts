import { ArgumentError, type Rng } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients of the ops used here.
import '@tensorflow/tfjs-layers';

/** A part of DiffAugment. */
export type DiffAugmentPart = 'color' | 'translation' | 'cutout';

/** What is changed, and how much. */
export interface DiffAugmentOptions {
  readonly parts?: readonly DiffAugmentPart[];
  /** Largest shift, as a fraction of the size. */
  readonly shift?: number;
  /** Side of the square that is cut out, as a fraction of the size. */
  readonly hole?: number;
}

/** What one batch's changes are, a value a picture: plain data, the same for real and generated pictures if so wanted. */
export interface DiffAugmentParameters {
  readonly brightness?: readonly number[];
  readonly saturation?: readonly number[];
  readonly contrast?: readonly number[];
  /** Whole pixels by which the content moves down and to the right. */
  readonly shift?: readonly (readonly [rows: number, columns: number])[];
  /** Upper left corner and size of what is cut out; it may reach over the edges. */
  readonly hole?: readonly (readonly [row: number, column: number, height: number, width: number])[];
}

const PARTS: readonly string[] = ['color', 'translation', 'cutout'] satisfies DiffAugmentPart[];

/**
 * Draws the changes of a batch of shape [n, height, width, channels].
 *
 * @throws ArgumentError if a part is unknown or a fraction is outside [0, 1].
 */
export function sampleDiffAugment(
  rng: Rng,
  [n, height, width]: readonly [number, number, number, ...number[]],
  { parts = ['color', 'translation', 'cutout'], shift = 0.125, hole = 0.5 }: DiffAugmentOptions = {},
): DiffAugmentParameters {
  for (const part of parts) {
    if (!PARTS.includes(part)) throw new ArgumentError('parts', `parts must be of ${PARTS.join(', ')}, got ${part}`);
  }
  for (const [name, value] of Object.entries({ shift, hole })) {
    if (!(value >= 0 && value <= 1)) throw new ArgumentError(name, `${name} must be in [0, 1], got ${value}`);
  }
  const each = <T>(draw: () => T) => Array.from({ length: n }, draw);
  const reach = [Math.floor(height * shift + 0.5), Math.floor(width * shift + 0.5)] as const;
  const side = [Math.floor(height * hole + 0.5), Math.floor(width * hole + 0.5)] as const;
  const corner = (extent: number, length: number) => rng.int(0, extent + (1 - (length % 2))) - (length >> 1);
  return {
    ...(parts.includes('color')
      ? {
          brightness: each(() => rng.uniform(-0.5, 0.5)),
          saturation: each(() => rng.uniform(0, 2)),
          contrast: each(() => rng.uniform(0.5, 1.5)),
        }
      : {}),
    ...(parts.includes('translation')
      ? { shift: each(() => [rng.int(-reach[0], reach[0] + 1), rng.int(-reach[1], reach[1] + 1)] as const) }
      : {}),
    ...(parts.includes('cutout')
      ? { hole: each(() => [corner(height, side[0]), corner(width, side[1]), side[0], side[1]] as const) }
      : {}),
  };
}

/**
 * Changes a batch for a discriminator so that the gradient reaches the generator: colour, shift and a hole.
 *
 * images: [n, height, width, channels], usually -1 to 1; outside is 0. Made of sums, products and matrix products only,
 * which every backend differentiates. The caller disposes the result.
 * @throws ArgumentError if a list of the parameters has not one entry a picture.
 * @see Zhao et al. 2020, Differentiable Augmentation for Data-Efficient GAN Training
 */
export function diffAugment(images: tf.Tensor4D, parameters: DiffAugmentParameters): tf.Tensor4D {
  const [n, height, width] = images.shape;
  for (const [name, list] of Object.entries(parameters)) {
    if (list.length === n) continue;
    throw new ArgumentError(name, `${name} must hold one entry a picture, got ${list.length} for ${n}`);
  }
  const { brightness, saturation, contrast, shift, hole } = parameters;
  return tf.tidy(() => {
    let result: tf.Tensor = images;
    if (brightness) result = tf.add(result, perPicture(brightness));
    if (saturation) result = about(result, tf.mean(result, 3, true), saturation);
    if (contrast) result = about(result, tf.mean(result, [1, 2, 3], true), contrast);
    if (shift) result = translate(result, shift, { height, width });
    if (hole) result = tf.mul(result, holes(hole, { height, width }));
    return (result === images ? tf.clone(images) : result) as tf.Tensor4D;
  });
}

function perPicture(values: readonly number[]): tf.Tensor {
  return tf.tensor4d([...values], [values.length, 1, 1, 1]);
}

/** Moves values towards a centre or away from it. */
function about(images: tf.Tensor, centre: tf.Tensor, factors: readonly number[]): tf.Tensor {
  return tf.add(tf.mul(tf.sub(images, centre), perPicture(factors)), centre);
}

/** Products with shifted identities, one for the rows and one for the columns of each picture. */
function translate(
  images: tf.Tensor,
  shifts: readonly (readonly [number, number])[],
  { height, width }: { readonly height: number; readonly width: number },
): tf.Tensor {
  const [n, , , channels] = images.shape as [number, number, number, number];
  const down = shifted(
    shifts.map(([rows]) => rows),
    height,
  );
  const across = shifted(
    shifts.map(([, columns]) => columns),
    width,
  );
  const moved = tf.matMul(down, tf.reshape(images, [n, height, width * channels]));
  const turned = tf.transpose(tf.reshape(moved, [n, height, width, channels]), [0, 2, 1, 3]);
  const both = tf.matMul(across, tf.reshape(turned, [n, width, height * channels]));
  return tf.transpose(tf.reshape(both, [n, width, height, channels]), [0, 2, 1, 3]);
}

/** Matrices [n, length, length] whose row r has its one at column r - shift. */
function shifted(shifts: readonly number[], length: number): tf.Tensor3D {
  const values = new Float32Array(shifts.length * length * length);
  shifts.forEach((shift, i) => {
    for (let r = Math.max(0, shift); r < Math.min(length, length + shift); r++) {
      values[(i * length + r) * length + r - shift] = 1;
    }
  });
  return tf.tensor3d(values, [shifts.length, length, length]);
}

/** Ones, and zeros in the holes: [n, height, width, 1]. */
function holes(
  places: readonly (readonly [number, number, number, number])[],
  { height, width }: { readonly height: number; readonly width: number },
): tf.Tensor4D {
  const mask = new Float32Array(places.length * height * width).fill(1);
  places.forEach(([row, column, holeHeight, holeWidth], i) => {
    const [from, to] = [Math.max(0, column), Math.max(0, Math.min(width, column + holeWidth))];
    for (let r = Math.max(0, row); r < Math.min(height, row + holeHeight); r++) {
      mask.fill(0, (i * height + r) * width + from, (i * height + r) * width + Math.max(from, to));
    }
  });
  return tf.tensor4d(mask, [places.length, height, width, 1]);
}
