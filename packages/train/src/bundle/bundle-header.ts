import type { Bundle } from './bundle.ts';

/** One stored weight. */
export interface StoredWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: 'float32' | 'int32';
}

/** All of a bundle but the weights' values, as JSON. */
export interface BundleHeader extends Omit<Bundle, 'model'> {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** The model as its own `toJSON` tells it, in the form of Keras. */
  readonly topology: Readonly<Record<string, unknown>>;
  readonly weights: {
    readonly bytes: number;
    /** 64 hex digits over the values of all weights. */
    readonly sha256: string;
    /** In the order of the layers. Values follow each other without gaps, little-endian. */
    readonly arrays: readonly StoredWeight[];
  };
}

/** A header and the values that belong to it. */
export interface BundleParts {
  readonly header: BundleHeader;
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** Says what the JSON is. */
export const FORMAT = 'animals-bundle';

/** Version of the layout: raised whenever an older reader would misread the new one. */
export const VERSION = 1;

/** A header of more bytes is refused before it is read. */
export const MAX_HEADER_BYTES = 2 ** 24;

/** Weights of more bytes are refused before they are read. */
export const MAX_WEIGHT_BYTES = 2 ** 31 - 2 ** 25;

/** Bytes of one value, of either kind. */
export const VALUE_BYTES = 4;
