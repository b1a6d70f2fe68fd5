import type { RgbaImage } from './borrow-image.ts';
import { cmykToRgb } from './cmyk-to-rgb.ts';
import { type CodecKind, createCodec, type UseCodec, type WasmSource } from './create-codec.ts';
import { jpegColours } from './jpeg-colours.ts';
import type { DecodeFormat, RawImage } from './raw-image.ts';
import { splitCmykJpeg } from './split-cmyk-jpeg.ts';

interface JpegCodec {
  decode(bytes: Uint8Array, preserveOrientation: boolean): RgbaImage | null;
}

const JPEG: CodecKind<JpegCodec> = {
  name: 'jpeg',
  load: () => import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js'),
  decode: (codec, bytes) => codec.decode(bytes, false),
};

/** Makes a function that decodes a JPEG as mozjpeg does; four inks become RGB without colour management. */
export function createJpegDecoder(wasm?: WasmSource): DecodeFormat {
  const decode = createCodec(JPEG, wasm);
  return async (bytes, path, finish) => {
    const { components, adobe } = jpegColours(bytes);
    if (components === 4) return finish(await decodeCmyk(bytes, adobe !== undefined, path, decode));
    return decode(bytes, path, ({ data, width, height }) =>
      finish({ pixels: data as Uint8Array, width, height, channels: 4, isOpaque: true, isBorrowed: true }),
    );
  };
}

/**
 * Decodes colours and black apart, as the codec knows no pictures of four components.
 *
 * Adobe's programs store inks inverted, and mark their files; without the mark 0 is no ink.
 */
async function decodeCmyk(bytes: Uint8Array, isInverted: boolean, path: string, decode: UseCodec): Promise<RawImage> {
  const parts = splitCmykJpeg(bytes, path);
  const black = await decode(parts.black, path, ({ data }) => data.slice());
  const flip = isInverted ? 255 : 0;
  // What the codec makes of YCC is the opposite of the inks; that of bare inks is the inks.
  const flipColours = flip ^ (parts.isYcck ? 255 : 0);
  return decode(parts.colours, path, ({ data, width, height }) => {
    const inks = new Uint8Array(data.length);
    for (let i = 0; i < inks.length; i += 4) {
      for (let c = 0; c < 3; c++) inks[i + c] = (data[i + c] as number) ^ flipColours;
      inks[i + 3] = (black[i + 2] as number) ^ flip;
    }
    return { pixels: cmykToRgb(inks), width, height, channels: 3 };
  });
}
