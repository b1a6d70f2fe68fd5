import { cmykToRgb } from './cmyk-to-rgb.ts';
import { type CodecKind, createCodec, type Decoded, type WasmSource } from './create-codec.ts';
import { jpegColours } from './jpeg-colours.ts';
import type { RawImage } from './raw-image.ts';
import { splitCmykJpeg } from './split-cmyk-jpeg.ts';

interface JpegCodec {
  decode(bytes: Uint8Array, preserveOrientation: boolean): Decoded | null;
}

const JPEG: CodecKind<JpegCodec> = {
  name: 'jpeg',
  load: () => import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js'),
  decode: (codec, bytes) => codec.decode(bytes, false),
};

/** Makes a function that decodes a JPEG as mozjpeg does; four inks become RGB without colour management. */
export function createJpegDecoder(wasm?: WasmSource): (bytes: Uint8Array, path: string) => Promise<RawImage> {
  const decode = createCodec(JPEG, wasm);
  return async (bytes, path) => {
    const { components, adobe } = jpegColours(bytes);
    if (components === 4) return decodeCmyk(bytes, adobe !== undefined, path, decode);
    const { data, width, height } = await decode(bytes, path);
    return { pixels: withoutAlpha(data), width, height, channels: 3 };
  };
}

/**
 * Decodes colours and black apart, as the codec knows no pictures of four components.
 *
 * Adobe's programs store inks inverted, and mark their files; without the mark 0 is no ink.
 */
async function decodeCmyk(
  bytes: Uint8Array,
  isInverted: boolean,
  path: string,
  decode: ReturnType<typeof createCodec>,
): Promise<RawImage> {
  const parts = splitCmykJpeg(bytes, path);
  const colours = await decode(parts.colours, path);
  const black = await decode(parts.black, path);
  const { width, height } = colours;
  const inks = new Uint8Array(width * height * 4);
  const flip = isInverted ? 255 : 0;
  for (let i = 0; i < inks.length; i += 4) {
    // What the codec makes of YCC is the opposite of the inks; that of bare inks is the inks.
    for (let c = 0; c < 3; c++) inks[i + c] = (colours.data[i + c] as number) ^ flip ^ (parts.isYcck ? 255 : 0);
    inks[i + 3] = (black.data[i + 2] as number) ^ flip;
  }
  return { pixels: cmykToRgb(inks), width, height, channels: 3 };
}

function withoutAlpha(rgba: Uint8ClampedArray): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number;
    rgb[to + 1] = rgba[from + 1] as number;
    rgb[to + 2] = rgba[from + 2] as number;
  }
  return rgb;
}
