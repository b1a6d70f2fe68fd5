import { ArgumentError } from '@animals/core';
import { DEFAULT_MAX_PIXELS } from '../header/check-pixel-count.ts';
import { readHeader } from '../header/read-header.ts';
import { createJpegDecoder, type WasmSource } from './create-jpeg-decoder.ts';
import { decodePng } from './decode-png.ts';
import { orient } from './orient.ts';
import type { RgbImage } from './rgb-image.ts';

/** How to decode one picture. */
export interface DecodeOptions {
  /** Names the picture in errors. */
  readonly path?: string;
  /** `apply` turns the picture upright as its EXIF block asks; `ignore` leaves it as stored, like Keras. */
  readonly orientation?: 'apply' | 'ignore';
  /** Pictures of more pixels are refused before they are decoded. */
  readonly maxPixels?: number;
}

/**
 * Decodes a JPEG or PNG to RGB bytes.
 *
 * The result is 8 bits a sample and always 3 channels: grey is repeated, 16-bit samples lose their low byte, and alpha
 * is dropped (the colours under transparent pixels show). Colour profiles are ignored.
 * @throws DataError if the file is truncated, corrupt, of another format, CMYK or above the pixel cap; a decoder's
 * warning counts as an error.
 */
export type DecodeImage = (bytes: Uint8Array, options?: DecodeOptions) => Promise<RgbImage>;

/** Makes a `decodeImage` whose JPEG codec's WebAssembly comes from `wasm`, for bundlers that do not find it. */
export function createImageDecoder({ wasm }: { readonly wasm?: WasmSource } = {}): DecodeImage {
  const decodeJpeg = createJpegDecoder(wasm);
  return async (bytes, { path = 'picture', orientation = 'apply', maxPixels = DEFAULT_MAX_PIXELS } = {}) => {
    checkOrientation(orientation);
    const header = readHeader(bytes, { path, maxPixels });
    const decode = header.format === 'jpeg' ? decodeJpeg : decodePng;
    const image = await decode(bytes, path);
    return orientation === 'apply' ? orient(image, header.orientation) : image;
  };
}

function checkOrientation(orientation: string): void {
  if (orientation === 'apply' || orientation === 'ignore') return;
  throw new ArgumentError('orientation', `orientation must be 'apply' or 'ignore', got '${orientation}'`);
}
