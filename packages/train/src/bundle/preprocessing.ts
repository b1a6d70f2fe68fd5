import type { AlphaPolicy, DecodeOptions, ResizeFit, ResizeMethod } from '@animals/data';

/** How a picture becomes a model's input, as plain data; the names are those of `loadImages`. */
export interface Preprocessing {
  /** Of the input, in pixels. */
  readonly size: readonly [height: number, width: number];
  /** Order of the colour channels; `grey` is one channel, the luma of ITU-R BT.601. */
  readonly colour: 'rgb' | 'bgr' | 'grey';
  /** What becomes of transparency. */
  readonly alpha: AlphaPolicy;
  /** Whether a picture is turned upright as its EXIF block asks. */
  readonly orientation: NonNullable<DecodeOptions['orientation']>;
  readonly resize: ResizeMethod;
  readonly fit: ResizeFit;
  /** Of the borders that `fit: 'pad'` adds: a whole number from 0 to 255 a channel, red first. Null: black. */
  readonly background: readonly number[] | null;
  /** A byte is divided by this first. */
  readonly divisor: number;
  /** Subtracted then; one number, or one a channel in the order of `colour`. */
  readonly mean: readonly number[];
  /** Divided by then; one number, or one a channel in the order of `colour`. */
  readonly sd: readonly number[];
}
