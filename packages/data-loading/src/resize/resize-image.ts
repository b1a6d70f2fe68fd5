import { ArgumentError } from '@animals/core';
import { checkSize } from './check-size.ts';
import { resizeBilinear } from './resize-bilinear.ts';

/** How pixels between the centres of the original are made up. */
export type ResizeMethod = 'bilinear';

/** The size wanted, and how to get there. */
export interface ResizeOptions {
  /** In pixels; proportions are not kept. */
  readonly size: readonly [height: number, width: number];
  readonly method?: ResizeMethod;
}

/** A picture of 8-bit samples: row-major, shape [height, width, channels]. */
export interface ByteImage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/**
 * Resizes a picture; proportions are not kept.
 *
 * `bilinear`: pixel centres at half pixels, two taps a side, no antialiasing, rounded half up. The same size gives equal
 * pixels. The result never shares memory with the argument.
 * @throws ArgumentError if size or method is bad, or the pixels do not fill the picture.
 * @see tf.image.resize and cv2.INTER_LINEAR, whose values these are before rounding.
 */
export function resizeImage<T extends ByteImage>(image: T, { size, method = 'bilinear' }: ResizeOptions): T {
  checkSize(size);
  checkMethod(method);
  checkPixels(image);
  const [height, width] = size;
  const pixels = new Uint8Array(height * width * image.channels);
  resizeBilinear(image, size, pixels, 0.5);
  return { ...image, pixels, width, height };
}

function checkPixels({ pixels, width, height, channels }: ByteImage): void {
  if (pixels.length > 0 && pixels.length === width * height * channels) return;
  throw new ArgumentError(
    'image',
    `image must hold height x width x channels = ${height} x ${width} x ${channels} samples, got ${pixels.length}`,
  );
}

/** Refuses a method that is not offered. */
export function checkMethod(method: ResizeMethod): void {
  if (method === 'bilinear') return;
  throw new ArgumentError('method', `method must be 'bilinear', got '${method satisfies never}'`);
}
