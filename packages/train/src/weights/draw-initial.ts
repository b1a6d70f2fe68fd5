import type { Rng } from '@animals/core';

/** An initializer as a layer's configuration names it. */
export interface InitializerConfig {
  readonly className: string;
  readonly config: {
    readonly value?: number;
    readonly minval?: number;
    readonly maxval?: number;
    readonly mean?: number;
    readonly stddev?: number;
    readonly scale?: number;
    readonly mode?: string;
    readonly distribution?: string;
  };
}

/** Standard deviation of a standard normal cut off at two: what a draw is divided by to have the one asked for. */
const TRUNCATED_SD = 0.8796256610342398;

/**
 * Draws a weight's first values as an initializer of Keras would, or gives null for an initializer not known here.
 *
 * Normal draws of variance scaling are cut off at two standard deviations and rescaled, as in Keras.
 * @see keras.initializers
 */
export function drawInitial(
  { className, config }: InitializerConfig,
  shape: readonly number[],
  rng: Rng,
): Float32Array | null {
  const fill = (draw: () => number) => Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, draw);
  const { value = 0, minval = -0.05, maxval = 0.05, mean = 0, stddev = 0.05 } = config;
  switch (className) {
    case 'Zeros':
      return fill(() => 0);
    case 'Ones':
      return fill(() => 1);
    case 'Constant':
      return fill(() => value);
    case 'RandomUniform':
      return fill(() => rng.uniform(minval, maxval));
    case 'RandomNormal':
      return fill(() => rng.normal(mean, stddev));
    case 'TruncatedNormal':
      return fill(() => mean + stddev * truncatedNormal(rng));
    case 'VarianceScaling':
      return fill(varianceScaling(config, shape, rng));
    default:
      return null;
  }
}

function varianceScaling(
  { scale = 1, mode = 'fanIn', distribution = 'normal' }: InitializerConfig['config'],
  shape: readonly number[],
  rng: Rng,
): () => number {
  const [fanIn, fanOut] = fans(shape);
  const fan = mode === 'fanIn' ? fanIn : mode === 'fanOut' ? fanOut : (fanIn + fanOut) / 2;
  const variance = scale / Math.max(1, fan);
  if (distribution === 'uniform') {
    const limit = Math.sqrt(3 * variance);
    return () => rng.uniform(-limit, limit);
  }
  const sd = Math.sqrt(variance) / TRUNCATED_SD;
  return () => sd * truncatedNormal(rng);
}

/** Inputs and outputs per unit; of a convolution's kernel [...window, in, out] the window counts for both. */
function fans(shape: readonly number[]): [number, number] {
  if (shape.length < 2) return [shape[0] ?? 1, shape[0] ?? 1];
  const window = shape.slice(0, -2).reduce((a, b) => a * b, 1);
  return [window * (shape.at(-2) as number), window * (shape.at(-1) as number)];
}

function truncatedNormal(rng: Rng): number {
  for (;;) {
    const value = rng.normal();
    if (Math.abs(value) < 2) return value;
  }
}
