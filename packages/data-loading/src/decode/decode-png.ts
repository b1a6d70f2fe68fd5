import { DataError } from '@animals/core';
import { type PngLayout, pngSamples, readPngLayout } from '../header/png-layout.ts';
import { type PngChunk, readPngChunks } from '../header/read-png-chunks.ts';
import { crc32 } from './crc32.ts';
import { guard } from './guard.ts';
import { inflateExactly } from './inflate-exactly.ts';
import { lookUpColours } from './look-up-colours.ts';
import { type PngPass, pngPasses } from './png-passes.ts';
import type { RawImage } from './raw-image.ts';
import { toBytes } from './to-bytes.ts';
import { unfilterPng } from './unfilter-png.ts';
import { unpackSamples } from './unpack-samples.ts';

type Samples = Uint8Array | Uint16Array;

/** The chunks that say what the pixels are. Others, such as colour profiles, are not read. */
const NEEDED = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/**
 * Decodes a PNG of any kind: 1 to 16 bits, grey, palette or colour, with transparency, interlaced or not.
 *
 * @throws DataError if a checksum is wrong, or the pixel data is short, long or damaged.
 * @see PNG specification (third edition).
 */
export async function decodePng(bytes: Uint8Array, path: string): Promise<RawImage> {
  const layout = readPngLayout(bytes, path);
  const chunks = [...readPngChunks(bytes, path)].filter(({ type }) => NEEDED.has(type));
  for (const chunk of chunks) checkSum(chunk, path);
  const passes = pngPasses(layout);
  const length = passes.reduce((sum, pass) => sum + pass.height * (1 + pass.rowBytes), 0);
  const packed = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const data = await inflateExactly(packed, length, path);
  return guard(path, () => colour(assemble(data, passes, layout), layout, chunks));
}

function checkSum({ type, whole }: PngChunk, path: string): void {
  const { length } = whole;
  const stored = new DataView(whole.buffer, whole.byteOffset + length - 4).getUint32(0);
  if (crc32(whole.subarray(4, length - 4)) === stored) return;
  throw new DataError(path, `is corrupt: the checksum of its ${type} chunk is wrong`);
}

/** Unfilters and unpacks the passes, and puts each pixel in its place. */
function assemble(
  data: Uint8Array,
  passes: readonly PngPass[],
  { width, height, depth, colourType }: PngLayout,
): Samples {
  const perPixel = pngSamples(colourType);
  const pixelBytes = Math.max(1, (depth * perPixel) / 8);
  const whole = depth === 16 ? new Uint16Array(width * height * perPixel) : new Uint8Array(width * height * perPixel);
  let start = 0;
  for (const pass of passes) {
    unfilterPng(data, start, pass.height, pass.rowBytes, pixelBytes);
    const layout = { perRow: pass.width * perPixel, rows: pass.height, depth };
    const samples = unpackSamples(data, layout, start + 1, pass.rowBytes + 1);
    if (pass.stepX === 1 && pass.stepY === 1) return samples;
    scatter(samples, pass, whole, width, perPixel);
    start += pass.height * (1 + pass.rowBytes);
  }
  return whole;
}

function scatter(samples: Samples, pass: PngPass, whole: Samples, width: number, perPixel: number): void {
  let from = 0;
  for (let y = 0; y < pass.height; y++) {
    for (let x = 0; x < pass.width; x++) {
      const to = ((pass.top + y * pass.stepY) * width + pass.left + x * pass.stepX) * perPixel;
      for (let c = 0; c < perPixel; c++) whole[to + c] = samples[from++] as number;
    }
  }
}

function colour(samples: Samples, layout: PngLayout, chunks: readonly PngChunk[]): RawImage {
  const { width, height, depth, colourType } = layout;
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data;
  if (colourType === 3) {
    const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? new Uint8Array(0);
    return { ...lookUp(samples, palette, transparency), width, height };
  }
  const channels = pngSamples(colourType) as 1 | 2 | 3 | 4;
  const pixels = toBytes(samples, depth);
  if (!transparency || channels === 2 || channels === 4) return { pixels, width, height, channels };
  return { ...keyOut(samples, pixels, channels, transparency), width, height };
}

function lookUp(indices: Samples, palette: Uint8Array, alphas?: Uint8Array): Pick<RawImage, 'pixels' | 'channels'> {
  if (!alphas) return { pixels: lookUpColours(indices, palette, 3), channels: 3 };
  const colours = Math.floor(palette.length / 3);
  const withAlpha = Uint8Array.from({ length: 4 * colours }, (_, i) =>
    i % 4 === 3 ? (alphas[i >> 2] ?? 255) : (palette[3 * (i >> 2) + (i % 4)] as number),
  );
  return { pixels: lookUpColours(indices, withAlpha, 4), channels: 4 };
}

/** Makes the one colour that a tRNS chunk names transparent; it is compared with all bits of the samples. */
function keyOut(
  samples: Samples,
  pixels: Uint8Array,
  channels: 1 | 3,
  key: Uint8Array,
): Pick<RawImage, 'pixels' | 'channels'> {
  if (key.length < 2 * channels) throw new Error('the transparent colour is cut short');
  const wanted = Array.from({ length: channels }, (_, c) => ((key[2 * c] as number) << 8) | (key[2 * c + 1] as number));
  const count = samples.length / channels;
  const out = new Uint8Array(count * (channels + 1));
  for (let i = 0; i < count; i++) {
    for (let c = 0; c < channels; c++) out[i * (channels + 1) + c] = pixels[i * channels + c] as number;
    const isKey = wanted.every((value, c) => samples[i * channels + c] === value);
    out[i * (channels + 1) + channels] = isKey ? 0 : 255;
  }
  return { pixels: out, channels: channels === 1 ? 2 : 4 };
}
