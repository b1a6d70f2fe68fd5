import type { FillMode } from '../geometry/fill-mode.ts';
import type { Image } from '../image/image.ts';
import type { KerasVariant } from './affine-parameters.ts';

/** The options of Keras' ImageDataGenerator, by their names in camel case. */
export interface KerasOptions {
  readonly featurewiseCenter?: boolean;
  readonly samplewiseCenter?: boolean;
  readonly featurewiseStdNormalization?: boolean;
  readonly samplewiseStdNormalization?: boolean;
  readonly zcaWhitening?: boolean;
  readonly zcaEpsilon?: number;
  /** Degrees, to both sides. */
  readonly rotationRange?: number;
  /** Below 1 a fraction of the width, else pixels: a whole number n draws from 0 to n - 1, a list draws one of its own. */
  readonly widthShiftRange?: number | readonly number[];
  /** The same of the height. */
  readonly heightShiftRange?: number | readonly number[];
  /** Factors, lowest and highest. */
  readonly brightnessRange?: readonly [number, number];
  /** Degrees, to both sides. */
  readonly shearRange?: number;
  /** A number z stands for [1 - z, 1 + z]; height and width are drawn apart. */
  readonly zoomRange?: number | readonly [number, number];
  /** Grey levels, to both sides. */
  readonly channelShiftRange?: number;
  readonly fillMode?: FillMode;
  readonly cval?: number;
  readonly horizontalFlip?: boolean;
  readonly verticalFlip?: boolean;
  /** Factor on the values, after everything random. */
  readonly rescale?: number;
  /** Called after everything random, before `rescale`. */
  readonly preprocessingFunction?: (image: Image<Float32Array>) => Image<Float32Array>;
  readonly dataFormat?: 'channels_last';
  /** Fraction of the pictures that `subset` gives as validation. */
  readonly validationSplit?: number;
  /** 0 takes the nearest pixel, 1 is bilinear. */
  readonly interpolationOrder?: 0 | 1;
  readonly dtype?: 'float32';
  /** Whose formulas. */
  readonly variant?: KerasVariant;
  /** Told of options whose unit looks wrong; by default they go to the console. */
  readonly onWarning?: (message: string) => void;
}
