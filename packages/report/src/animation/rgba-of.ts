import { channelsOf, type Raster } from '../image/raster.ts';

/** Pixels with red, green, blue and alpha, of grey ones, RGB or RGBA. @throws ArgumentError if they are none of these. */
export function rgbaOf(frame: Raster): Uint8Array<ArrayBuffer> {
  const { pixels, width, height } = frame;
  if (hasAlpha(frame)) return Uint8Array.from(pixels);
  const channels = channelsOf(frame);
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < 3; c++) rgba[4 * i + c] = pixels[channels === 3 ? 3 * i + c : i] as number;
  }
  return rgba;
}

/** Whether a picture has four bytes a pixel, the last of them alpha. */
export const hasAlpha = ({ pixels, width, height }: Raster): boolean => pixels.length === 4 * width * height;
