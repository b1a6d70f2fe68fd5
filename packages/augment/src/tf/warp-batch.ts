import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { checkSampling, type FillMode, type Sampling } from '../geometry/fill-mode.ts';
import { type Matrix3, multiply } from '../geometry/matrix3.ts';
import type { Size } from '../image/image.ts';
import { geometryOfSteps } from '../steps/apply-recipe.ts';
import type { GeometryStep } from '../steps/step.ts';

/**
 * Applies changes of places to a batch on the backend: to each picture its own, all with one interpolation.
 *
 * images: [n, height, width, channels], any values; steps: one list a picture. The result has the size that the first
 * list gives. Equals `applyRecipe` to about 1e-3 grey levels, as places are single precision; under `constant`, places
 * on the very edge can fall on the other side. The caller disposes the result. The gradient flows to the images where the backend has UnsortedSegmentSum
 * (the stock WASM backend has not, @animals/wasm-kernels adds it).
 * @throws ArgumentError if the lists are not as many as the pictures, a step is `elastic`, or the sizes differ.
 */
export function warpBatch(
  images: tf.Tensor4D,
  steps: readonly (readonly GeometryStep[])[],
  sampling: Sampling = {},
): tf.Tensor4D {
  checkSampling(sampling);
  const [n, height, width] = images.shape;
  if (steps.length !== n) {
    throw new ArgumentError('steps', `steps must hold one list a picture, got ${steps.length} for ${n}`);
  }
  const { matrices, size } = matricesOf(steps, { height, width });
  return tf.tidy(() => sample(images, places(matrices, size), size, sampling));
}

function matricesOf(steps: readonly (readonly GeometryStep[])[], input: Size): { matrices: Matrix3[]; size: Size } {
  const geometries = steps.map((list) => geometryOfSteps(list, input));
  const size: Size = geometries[0] ?? input;
  const matrices = geometries.map(({ maps, height, width }) => {
    if (height !== size.height || width !== size.width) {
      throw new ArgumentError('steps', 'steps must give all pictures one size; crop with toHeight and toWidth');
    }
    return maps.reduce<Matrix3>(
      (matrix, map) => {
        if (map.matrix) return multiply(map.matrix, matrix);
        throw new ArgumentError('steps', 'steps must not hold elastic, which is no matrix; use applyRecipe');
      },
      [1, 0, 0, 0, 1, 0, 0, 0, 1],
    );
  });
  return { matrices, size };
}

interface Places {
  readonly rows: tf.Tensor;
  readonly columns: tf.Tensor;
}

/** Where the pixels of the result lie: two tensors of shape [n, height * width]. */
function places(matrices: readonly Matrix3[], { height, width }: Size): Places {
  const count = height * width;
  const row = tf.reshape(tf.tile(tf.reshape(tf.range(0, height), [height, 1]), [1, width]), [1, count]);
  const column = tf.reshape(tf.tile(tf.reshape(tf.range(0, width), [1, width]), [height, 1]), [1, count]);
  const entry = (k: number) => tf.tensor2d(matrices.map((matrix) => [matrix[k]!]));
  const line = (k: number) => tf.add(tf.add(tf.mul(entry(k), row), tf.mul(entry(k + 1), column)), entry(k + 2));
  const flat = matrices.every((matrix) => matrix[6] === 0 && matrix[7] === 0 && matrix[8] === 1);
  if (flat) return { rows: line(0), columns: line(3) };
  const depth = line(6);
  return { rows: tf.div(line(0), depth), columns: tf.div(line(3), depth) };
}

function sample(
  images: tf.Tensor4D,
  { rows, columns }: Places,
  size: Size,
  { interpolation = 'bilinear', fillMode = 'nearest', cval = 0 }: Sampling,
): tf.Tensor4D {
  const [n, height, width, channels] = images.shape;
  const y = inside(rows, height, fillMode);
  const x = inside(columns, width, fillMode);
  const flat = tf.reshape(images, [n * height * width, channels]);
  const start = tf.mul(tf.reshape(tf.range(0, n), [n, 1]), height * width);
  const at = (r: tf.Tensor, c: tf.Tensor) => {
    const index = tf.cast(tf.add(start, tf.add(tf.mul(r, width), c)), 'int32');
    return tf.gather(flat, tf.reshape(index, [-1]) as tf.Tensor1D);
  };
  const values = interpolation === 'nearest' ? at(nearest(y, height), nearest(x, width)) : bilinear();
  const filled = fillMode === 'constant' ? fillOutside(values) : values;
  return tf.reshape(filled, [n, size.height, size.width, channels]);

  function bilinear(): tf.Tensor {
    const [top, left] = [tf.floor(y), tf.floor(x)];
    const [bottom, right] = [tf.minimum(tf.add(top, 1), height - 1), tf.minimum(tf.add(left, 1), width - 1)];
    const weight = (t: tf.Tensor) => tf.reshape(t, [-1, 1]);
    const [dy, dx] = [weight(tf.sub(y, top)), weight(tf.sub(x, left))];
    const mix = (a: tf.Tensor, b: tf.Tensor, t: tf.Tensor) => tf.add(a, tf.mul(tf.sub(b, a), t));
    return mix(mix(at(top, left), at(top, right), dx), mix(at(bottom, left), at(bottom, right), dx), dy);
  }

  function fillOutside(found: tf.Tensor): tf.Tensor {
    const margin = interpolation === 'nearest' ? 0.5 : EDGE;
    const within = tf.logicalAnd(between(rows, height, margin), between(columns, width, margin));
    return tf.where(
      tf.broadcastTo(tf.reshape(within, [-1, 1]), found.shape as [number, number]),
      found,
      tf.fill(found.shape, cval),
    );
  }
}

/** What single precision makes of a place on the edge still counts as inside. */
const EDGE = 1e-4;

function between(place: tf.Tensor, length: number, margin: number): tf.Tensor {
  return tf.logicalAnd(tf.greaterEqual(place, -margin), tf.lessEqual(place, length - 1 + margin));
}

function nearest(place: tf.Tensor, length: number): tf.Tensor {
  return tf.minimum(tf.floor(tf.add(place, 0.5)), length - 1);
}

/** The tensor twin of `extend`. */
function inside(place: tf.Tensor, length: number, mode: FillMode): tf.Tensor {
  const last = length - 1;
  if (last === 0) return tf.zerosLike(place);
  const clamped = (t: tf.Tensor) => tf.clipByValue(t, 0, last);
  if (mode === 'reflect') {
    const period = 2 * length;
    const shifted = tf.add(place, 0.5);
    const rest = tf.sub(shifted, tf.mul(tf.floor(tf.div(shifted, period)), period));
    return clamped(tf.sub(tf.minimum(rest, tf.sub(period, rest)), 0.5));
  }
  if (mode === 'wrap') {
    const rest = tf.sub(place, tf.mul(tf.floor(tf.div(place, last)), last));
    return tf.where(between(place, length, 0), place, clamped(rest));
  }
  return clamped(place);
}
