import { DataError } from '@animals/core';
import type { DecodedPng } from 'fast-png';
import { concatenate } from '../concatenate.ts';
import { type PngLayout, readPngLayout } from '../header/png-layout.ts';
import { readPngChunks } from '../header/read-png-chunks.ts';
import { checkPngData } from './check-png-data.ts';
import type { RgbImage } from './rgb-image.ts';
import { toRgb } from './to-rgb.ts';
import { unpackSamples } from './unpack-samples.ts';

/** The chunks that say what the pixels are. Others, such as colour profiles, could only do harm. */
const NEEDED = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);

/**
 * Decodes a PNG to RGB: 16-bit samples lose their low byte, palettes are looked up, alpha is dropped.
 *
 * @throws DataError if a checksum is wrong, the pixel data is short, long or damaged, or the picture is interlaced
 * with fewer than 8 bits a sample.
 */
export async function decodePng(bytes: Uint8Array, path: string): Promise<RgbImage> {
  const layout = readPngLayout(bytes, path);
  if (layout.interlaced && layout.depth < 8) {
    throw new DataError(path, 'is an interlaced PNG of less than 8 bits a sample; save it without interlacing');
  }
  const chunks = [...readPngChunks(bytes, path)].filter(({ type }) => NEEDED.has(type));
  const data = chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  await checkPngData(data, layout, path);
  const { decode } = await import('fast-png');
  // One buffer of its own, as the decoder looks past the view that it is given.
  const png = concatenate([bytes.subarray(0, 8), ...chunks.map(({ whole }) => whole)]);
  const pixels = guard(path, () => toPixels(decode(png, { checkCrc: true }), layout));
  return { pixels, width: layout.width, height: layout.height, channels: 3 };
}

function toPixels(png: DecodedPng, { width, height, depth, colourType }: PngLayout): Uint8Array {
  if (colourType === 3) return lookUp(unpackSamples(png.data, width, height, depth), png.palette ?? []);
  if (depth === 16) return toRgb(Uint8Array.from(png.data, highByte), png.channels);
  if (depth === 8) return toRgb(png.data, png.channels);
  const full = 255 / (2 ** depth - 1);
  return toRgb(
    unpackSamples(png.data, width, height, depth).map((sample) => sample * full),
    1,
  );
}

function lookUp(indices: Uint8Array, palette: readonly (readonly number[])[]): Uint8Array {
  const rgb = new Uint8Array(3 * indices.length);
  for (let i = 0; i < indices.length; i++) {
    const colour = palette[indices[i] as number];
    if (!colour) throw new Error(`colour ${indices[i]} of a palette of ${palette.length}`);
    for (let channel = 0; channel < 3; channel++) rgb[3 * i + channel] = colour[channel] as number;
  }
  return rgb;
}

function highByte(sample: number): number {
  return sample >> 8;
}

function guard<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new DataError(path, `cannot be decoded: ${(error as Error).message}`, { cause: error });
  }
}
