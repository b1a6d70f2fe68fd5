import { ArgumentError } from '@animals/core';
import type { ByteImage } from './byte-image.ts';
import { checkSize } from './check-size.ts';
import { cropToAspect } from './crop-to-aspect.ts';
import { letterbox, placeInside } from './letterbox.ts';
import { resizeArea } from './resize-area.ts';
import { resizeBilinear } from './resize-bilinear.ts';
import { resizeFiltered } from './resize-filtered.ts';
import { resizeNearest } from './resize-nearest.ts';

export type { ByteImage } from './byte-image.ts';

const METHODS = ['bilinear', 'nearest', 'area', 'pil-bilinear', 'pil-bicubic', 'pil-lanczos', 'pil-nearest'] as const;
const FITS = ['fill', 'crop', 'pad'] as const;

/** How pixels between the centres of the original are made up. */
export type ResizeMethod = (typeof METHODS)[number];

/** What happens to a picture whose proportions are not those wanted: it is stretched, cut or given borders. */
export type ResizeFit = (typeof FITS)[number];

/** The size wanted, and how to get there. */
export interface ResizeOptions {
  /** In pixels. */
  readonly size: readonly [height: number, width: number];
  readonly method?: ResizeMethod;
  readonly fit?: ResizeFit;
  /** Of the borders that `fit: 'pad'` adds: a number from 0 to 255 for each channel. */
  readonly background?: readonly number[];
}

/**
 * Resizes a picture.
 *
 * Methods without antialiasing: `bilinear` has pixel centres at half pixels and two taps a side, rounded half up;
 * `nearest` copies the pixel at `floor(d * from / to)`, `pil-nearest` that at `floor((d + 0.5) * from / to)`. With it:
 * `area` averages over what an output covers; `pil-bilinear`, `pil-bicubic` and `pil-lanczos` are Pillow's filters.
 *
 * Fits: `fill` stretches; `crop` first cuts the largest middle part that has the wanted proportions; `pad` makes the
 * whole picture fit and fills the rest, as evenly on both sides as can be, with `background` (black).
 *
 * The same size gives equal pixels. The result never shares memory with the argument.
 * @throws ArgumentError if an option is bad or has no effect, or the pixels do not fill the picture.
 * @see tf.image.resize and cv2.INTER_LINEAR for `bilinear`, which is theirs before rounding; cv2.INTER_NEAREST;
 * cv2.INTER_AREA, within one level; Pillow, bit for bit; Keras' crop_to_aspect_ratio and tf.image.resize_with_pad for the
 * fits.
 */
export function resizeImage<T extends ByteImage>(
  image: T,
  { size, method = 'bilinear', fit = 'fill', background }: ResizeOptions,
): T {
  checkResizeOptions({ size, method, fit, ...(background && { background }) }, image.channels);
  checkPixels(image);
  const colour = background ?? new Array<number>(image.channels).fill(0);
  const [height, width] = size;
  return { ...image, pixels: fitted(image, size, method, fit, colour), width, height };
}

function fitted(
  image: ByteImage,
  size: readonly [number, number],
  method: ResizeMethod,
  fit: ResizeFit,
  background: readonly number[],
): Uint8Array {
  if (fit === 'fill') return stretched(image, size, method);
  if (fit === 'crop') return stretched(cropToAspect(image, size), size, method);
  const inner = placeInside(image, size);
  const [height, width] = inner.size;
  const pixels = stretched(image, inner.size, method);
  return letterbox({ pixels, height, width, channels: image.channels }, size, inner.offset, background);
}

function stretched(image: ByteImage, size: readonly [number, number], method: ResizeMethod): Uint8Array {
  if (size[0] === image.height && size[1] === image.width) return image.pixels.slice();
  if (method === 'area') return resizeArea(image, size);
  if (method === 'nearest' || method === 'pil-nearest') return resizeNearest(image, size, method);
  if (method !== 'bilinear') return resizeFiltered(image, size, method);
  const pixels = new Uint8Array(size[0] * size[1] * image.channels);
  resizeBilinear(image, size, pixels, 0.5);
  return pixels;
}

function checkPixels({ pixels, width, height, channels }: ByteImage): void {
  if (pixels.length > 0 && pixels.length === width * height * channels) return;
  throw new ArgumentError(
    'image',
    `image must hold height x width x channels = ${height} x ${width} x ${channels} samples, got ${pixels.length}`,
  );
}

/** Refuses options that are bad or have no effect. */
export function checkResizeOptions(
  { size, method = 'bilinear', fit = 'fill', background }: ResizeOptions,
  channels: number,
): void {
  checkSize(size);
  checkMethod(method);
  checkFit(fit, background, channels);
}

/** Refuses a method that is not offered. */
function checkMethod(method: ResizeMethod): void {
  checkOneOf('method', method, METHODS);
}

/** Refuses a fit that is not offered, and a background that is bad or that nothing would show. */
function checkFit(fit: ResizeFit, background: readonly number[] | undefined, channels: number): void {
  checkOneOf('fit', fit, FITS);
  checkBackground(background, channels);
  if (background === undefined || fit === 'pad') return;
  throw new ArgumentError('background', `background needs fit: 'pad', got fit: '${fit}'; leave one of them out`);
}

function checkOneOf(name: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  const names = allowed.map((item) => `'${item}'`).join(', ');
  throw new ArgumentError(name, `${name} must be one of ${names}, got '${value}'`);
}

function checkBackground(background: readonly number[] | undefined, channels: number): void {
  const isByte = (value: number) => Number.isInteger(value) && value >= 0 && value <= 255;
  if (background === undefined) return;
  if (Array.isArray(background) && background.length === channels && background.every(isByte)) return;
  throw new ArgumentError(
    'background',
    `background must be ${channels} whole numbers from 0 to 255, one a channel, got ${JSON.stringify(background)}`,
  );
}
