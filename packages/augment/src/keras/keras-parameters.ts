import type { AffineParameters } from './affine-parameters.ts';

/** What ImageDataGenerator draws for one picture: plain data, to be stored and replayed. */
export interface KerasParameters extends AffineParameters {
  readonly flipHorizontal?: boolean;
  readonly flipVertical?: boolean;
  /** Added to every value, null for none. */
  readonly channelShiftIntensity?: number | null;
  /** A factor, null for none. */
  readonly brightness?: number | null;
}
