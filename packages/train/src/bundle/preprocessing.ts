import type { DecodeOptions, ResizeMethod } from '@animals/data';

/** How a picture becomes a model's input, as plain data. */
export interface Preprocessing {
  /** Of the input, in pixels. */
  readonly size: readonly [height: number, width: number];
  /** Order of the colour channels; `grey` is one channel, the ITU-R 601 luma of the three. */
  readonly colour: 'rgb' | 'bgr' | 'grey';
  readonly resize: ResizeMethod;
  /** `stretch`: proportions are not kept. */
  readonly fit: 'stretch';
  /** Whether a picture is turned upright as its EXIF block asks. */
  readonly orientation: NonNullable<DecodeOptions['orientation']>;
  /** A byte is divided by this first. */
  readonly divisor: number;
  /** Subtracted then; one number, or one a channel. */
  readonly mean: readonly number[];
  /** Divided by then; one number, or one a channel. */
  readonly sd: readonly number[];
}
