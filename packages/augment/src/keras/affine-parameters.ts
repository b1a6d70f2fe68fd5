/**
 * An affine change as Keras' ImageDataGenerator describes it; what is left out changes nothing.
 *
 * The numbers describe how the picture is read, not how it is moved: a shift of +2 moves the content by -2, and a zoom
 * above 1 makes it smaller.
 */
export interface AffineParameters {
  /** Rotation in degrees. */
  readonly theta?: number;
  /** Shift in pixels, that of the range of heights. */
  readonly tx?: number;
  /** Shift in pixels, that of the range of widths. */
  readonly ty?: number;
  /** Shear in degrees; it also scales by its cosine. */
  readonly shear?: number;
  readonly zx?: number;
  readonly zy?: number;
}

/**
 * Whose reading of the parameters.
 *
 * - `corrected`: about the picture's centre, x for rows and y for columns, a positive angle turns clockwise;
 * - `keras-1.1.2`: keras-preprocessing up to 1.1.2 (TensorFlow up to 2.8), the same about a place one pixel off;
 * - `keras-2.9`: Keras from 2.9 on, x and y swapped: shifts go the other way, a positive angle turns counter-clockwise,
 *   and the centre of a picture that is not square moves.
 */
export type KerasVariant = 'corrected' | 'keras-1.1.2' | 'keras-2.9';

/** Every variant, the default first. */
export const KERAS_VARIANTS: readonly KerasVariant[] = ['corrected', 'keras-1.1.2', 'keras-2.9'];
