import { ArgumentError, type ImageFormat } from '@animals/core';
import { DEFAULT_MAX_PIXELS } from '../header/check-pixel-count.ts';
import { readHeader } from '../header/read-header.ts';
import { checkResizeOptions, type ResizeOptions, resizeImage } from '../resize/resize-image.ts';
import type { WasmSource } from './create-codec.ts';
import { createJpegDecoder } from './create-jpeg-decoder.ts';
import { createWebpDecoder } from './create-webp-decoder.ts';
import { decodeBmp } from './decode-bmp.ts';
import { decodeGif } from './decode-gif.ts';
import { decodePng } from './decode-png.ts';
import { decodeTiff } from './decode-tiff.ts';
import type { DecodedImage } from './decoded-image.ts';
import { orient } from './orient.ts';
import type { DecodeFormat, RawImage } from './raw-image.ts';
import { resizeWhileRaw } from './resize-while-raw.ts';
import { type AlphaPolicy, toChannels } from './to-channels.ts';

/** How to decode one picture. */
export interface DecodeOptions<Channels extends 1 | 3 | 4 = 1 | 3 | 4> {
  /** Names the picture in errors. */
  readonly path?: string;
  /** 1 makes it grey, 4 keeps alpha (255 where the picture has none); 3 is the default. */
  readonly channels?: Channels;
  /** `drop` (the default) forgets transparency; a colour is what the picture is laid over. Not with 4 channels. */
  readonly alpha?: AlphaPolicy;
  /** `apply` turns the picture upright as its EXIF block asks; `ignore` leaves it as stored, like Keras. */
  readonly orientation?: 'apply' | 'ignore';
  /** Pictures of more pixels are refused before they are decoded. */
  readonly maxPixels?: number;
  /** The picture is resized as `resizeImage` does it, without a copy in its own size where that can be spared. */
  readonly resize?: ResizeOptions;
}

/**
 * Decodes a JPEG, PNG, WebP, GIF, BMP or TIFF to bytes: RGB unless other `channels` are asked for.
 *
 * The result is 8 bits a sample; samples of 16 bits keep their high byte. Of several pictures in a file the first is
 * decoded. Grey is repeated, alpha is dropped (the colours under transparent pixels show) unless `alpha` gives a colour,
 * and grey of colours is the luma of ITU-R BT.601. CMYK becomes RGB without colour management, and colour profiles are
 * ignored. Node and browsers give the same pixels.
 * @throws DataError if the file is truncated, corrupt, of another format or above the pixel cap; a decoder's warning
 * counts as an error.
 * @throws ArgumentError if an option breaks its rule.
 */
export type DecodeImage = <Channels extends 1 | 3 | 4 = 3>(
  bytes: Uint8Array,
  options?: DecodeOptions<Channels>,
) => Promise<DecodedImage<Channels>>;

/** Of a decoder that owns what it makes. */
function finishing(decode: (bytes: Uint8Array, path: string) => RawImage | Promise<RawImage>): DecodeFormat {
  return async (bytes, path, finish) => finish(await decode(bytes, path));
}

/** Makes a `decodeImage` whose codecs' WebAssembly comes from `wasm`, for bundlers that do not find it. */
export function createImageDecoder({ wasm }: { readonly wasm?: WasmSource } = {}): DecodeImage {
  const decoders = {
    jpeg: createJpegDecoder(wasm),
    png: finishing(decodePng),
    webp: createWebpDecoder(wasm),
    gif: finishing(decodeGif),
    bmp: finishing(decodeBmp),
    tiff: finishing(decodeTiff),
  } satisfies Record<ImageFormat, DecodeFormat>;

  return async <Channels extends 1 | 3 | 4 = 3>(bytes: Uint8Array, options: DecodeOptions<Channels> = {}) => {
    const { path = 'picture', maxPixels = DEFAULT_MAX_PIXELS } = options;
    checkDecodeOptions(options);
    const channels = (options.channels ?? 3) as Channels;
    const header = readHeader(bytes, { path, maxPixels });
    const orientation = options.orientation === 'ignore' ? 1 : header.orientation;
    return decoders[header.format](bytes, path, (raw) => finish(raw, channels, orientation, options));
  };
}

function finish<Channels extends 1 | 3 | 4>(
  raw: RawImage,
  channels: Channels,
  orientation: number,
  { alpha = 'drop', resize }: DecodeOptions,
): DecodedImage<Channels> {
  const early = resize && orientation === 1 && channels === 3 ? resizeWhileRaw(raw, alpha, resize) : undefined;
  if (early) return { ...early, channels };
  const { width, height } = raw;
  const upright = orient({ pixels: toChannels(raw, channels, alpha), width, height, channels }, orientation);
  return resize ? resizeImage(upright, resize) : upright;
}

/** Refuses options that are unknown or have no effect. */
export function checkDecodeOptions({ orientation = 'apply', channels = 3, alpha, resize }: DecodeOptions): void {
  if (orientation !== 'apply' && orientation !== 'ignore') {
    throw new ArgumentError('orientation', `orientation must be 'apply' or 'ignore', got '${orientation}'`);
  }
  if (channels !== 1 && channels !== 3 && channels !== 4) {
    throw new ArgumentError('channels', `channels must be 1, 3 or 4, got ${channels}`);
  }
  if (resize) checkResizeOptions(resize, channels);
  if (alpha === undefined) return;
  if (channels === 4) {
    throw new ArgumentError('alpha', 'alpha has no effect with 4 channels, which keep it; leave one of them out');
  }
  if (alpha !== 'drop' && !isColour(alpha)) {
    throw new ArgumentError(
      'alpha',
      `alpha must be 'drop' or [red, green, blue] from 0 to 255, got ${JSON.stringify(alpha)}`,
    );
  }
}

function isColour(value: readonly number[]): boolean {
  const isByte = (level: number) => Number.isInteger(level) && level >= 0 && level <= 255;
  return Array.isArray(value) && value.length === 3 && value.every(isByte);
}
