import { ArgumentError } from '@animals/core';
import { ALPHAS, BASE_NAMES, type BaseName } from './base-name.ts';

/** How the last feature maps are made features: the mean or the largest value of each, or all values. */
export type Pooling = 'avg' | 'max' | 'none';

/** What a base is made of. */
export interface BaseOptions {
  /** Height and width of its pictures in pixels, each from 32. Paddings depend on it, weights do not, but VGG's top. */
  readonly size?: readonly [height: number, width: number];
  /** Default avg. Not with `top`, which pools by itself. */
  readonly pooling?: Pooling;
  /** Width of MobileNet (0.25, 0.5, 0.75, 1) and MobileNetV2 (0.35, 0.5, 0.75, 1, 1.3, 1.4); default 1. */
  readonly alpha?: number;
  /** Whether the classifier of ImageNet is on top; default false. */
  readonly top?: boolean;
  /** Of the top; default 1000. */
  readonly classes?: number;
  /** Of the top: `softmax` (default) for probabilities, `linear` for logits. */
  readonly topActivation?: 'softmax' | 'linear';
  /** Draws the weights, as Keras does with `weights=None`. Without it kernels are 0 until weights are loaded. */
  readonly seed?: number;
}

/** Options with their defaults. */
export type BaseSettings = Required<Omit<BaseOptions, 'seed'>>;

const SMALLEST = 32;

/** Fills in what was left out. @throws ArgumentError if the name or an option breaks its rule. */
export function baseSettings(name: BaseName, options: BaseOptions): BaseSettings {
  if (!BASE_NAMES.includes(name)) {
    throw new ArgumentError('name', `name must be one of ${BASE_NAMES.join(', ')}, got ${String(name)}`);
  }
  const {
    size = [224, 224],
    pooling = 'avg',
    alpha = 1,
    top = false,
    classes = 1000,
    topActivation = 'softmax',
  } = options;
  checkSize(size);
  checkAlpha(name, options.alpha);
  checkPooling(options);
  checkTop(options);
  return { size: [size[0], size[1]], pooling: top ? 'none' : pooling, alpha, top, classes, topActivation };
}

function checkSize(size: readonly number[]): void {
  if (size.length === 2 && size.every((side) => Number.isSafeInteger(side) && side >= SMALLEST)) return;
  throw new ArgumentError(
    'size',
    `size must be height and width, whole numbers of at least ${SMALLEST} pixels, got [${size.join(', ')}]`,
  );
}

function checkAlpha(name: BaseName, alpha: number | undefined): void {
  if (alpha === undefined) return;
  const known = ALPHAS[name];
  if (!known) throw new ArgumentError('alpha', `alpha must be left out for ${name}, which has one width, got ${alpha}`);
  if (known.includes(alpha)) return;
  throw new ArgumentError('alpha', `alpha of ${name} must be one of ${known.join(', ')}, got ${alpha}`);
}

function checkPooling({ pooling, top }: BaseOptions): void {
  if (pooling === undefined) return;
  if (!['avg', 'max', 'none'].includes(pooling)) {
    throw new ArgumentError('pooling', `pooling must be avg, max or none, got ${String(pooling)}`);
  }
  if (top)
    throw new ArgumentError('pooling', `pooling must be left out with a top, which pools by itself, got ${pooling}`);
}

function checkTop({ top = false, classes, topActivation }: BaseOptions): void {
  for (const [name, value] of Object.entries({ classes, topActivation })) {
    if (value === undefined || top) continue;
    throw new ArgumentError(name, `${name} must be left out without a top, got ${value}; set top: true`);
  }
  if (classes !== undefined && !(Number.isSafeInteger(classes) && classes >= 1)) {
    throw new ArgumentError('classes', `classes must be a whole number from 1, got ${classes}`);
  }
  if (topActivation !== undefined && !['softmax', 'linear'].includes(topActivation)) {
    throw new ArgumentError('topActivation', `topActivation must be softmax or linear, got ${String(topActivation)}`);
  }
}
