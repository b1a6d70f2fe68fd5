import { DataError } from '@animals/core';
import { readTiffLayout, type TiffLayout } from '../header/tiff-layout.ts';
import { cmykToRgb } from './cmyk-to-rgb.ts';
import { decodeLzw } from './decode-lzw.ts';
import { guard } from './guard.ts';
import { inflateExactly } from './inflate-exactly.ts';
import { lookUpColours } from './look-up-colours.ts';
import type { RawImage } from './raw-image.ts';
import { toBytes } from './to-bytes.ts';
import { undoDifferences } from './undo-differences.ts';
import { unpackBits } from './unpack-bits.ts';
import { unpackSamples } from './unpack-samples.ts';

type Samples = Uint8Array | Uint16Array;

/**
 * Decodes the first picture of a TIFF: strips or tiles, interleaved or in planes, of grey, palette, RGB or CMYK samples.
 *
 * @throws DataError if a block is damaged or short, or an index has no colour.
 */
export async function decodeTiff(bytes: Uint8Array, path: string): Promise<RawImage> {
  const layout = readTiffLayout(bytes, path);
  const { width, height, samples, depth } = layout;
  const whole = depth === 16 ? new Uint16Array(width * height * samples) : new Uint8Array(width * height * samples);
  for (const block of blocksOf(layout, path)) {
    const stored = bytes.subarray(block.offset, block.offset + block.length);
    const unpacked = await unpackBlock(stored, block, layout, path);
    place(unpacked, block, layout, whole);
  }
  return guard(path, () => ({ ...colour(whole, layout), width, height }));
}

interface Block {
  readonly offset: number;
  readonly length: number;
  readonly left: number;
  readonly top: number;
  /** Rows that are stored. */
  readonly rows: number;
  /** The sample that the block holds, or all of them. */
  readonly plane: number;
  readonly perPixel: number;
}

function* blocksOf(
  { block, width, height, planar, samples, offsets, lengths }: TiffLayout,
  path: string,
): Generator<Block> {
  const across = Math.ceil(width / block.width);
  const perPlane = across * Math.ceil(height / block.height);
  const planes = planar ? samples : 1;
  if (offsets.length < perPlane * planes) throw new DataError(path, 'is corrupt: a TIFF with too few blocks of pixels');
  for (let i = 0; i < perPlane * planes; i++) {
    const inPlane = i % perPlane;
    const top = Math.floor(inPlane / across) * block.height;
    yield {
      offset: offsets[i] as number,
      length: lengths[i] as number,
      left: (inPlane % across) * block.width,
      top,
      rows: block.tiled ? block.height : Math.min(block.height, height - top),
      plane: Math.floor(i / perPlane),
      perPixel: planar ? 1 : samples,
    };
  }
}

async function unpackBlock(
  stored: Uint8Array,
  { rows, perPixel }: Block,
  layout: TiffLayout,
  path: string,
): Promise<Samples> {
  const { depth, packing, littleEndian, differences } = layout;
  const perRow = layout.block.width * perPixel;
  const length = rows * Math.ceil((perRow * depth) / 8);
  const data =
    packing === 'deflate'
      ? await inflateExactly([stored], length, path)
      : guard(path, () => unpackNow(stored, length, packing));
  const samples = unpackSamples(data, { perRow, rows, depth, littleEndian });
  if (differences) undoDifferences(samples, perRow, perPixel, depth);
  return samples;
}

function unpackNow(stored: Uint8Array, length: number, packing: Exclude<TiffLayout['packing'], 'deflate'>): Uint8Array {
  if (packing === 'lzw') return decodeLzw(stored, length, { literalBits: 8, flavour: 'tiff' });
  if (packing === 'packbits') return unpackBits(stored, length);
  if (stored.length < length) throw new Error(`a block holds ${stored.length} of ${length} bytes`);
  return stored;
}

/** Copies a block to its place; what reaches over the right or lower edge is left out. */
function place(block: Samples, { left, top, rows, plane, perPixel }: Block, layout: TiffLayout, whole: Samples): void {
  const { width, height, samples } = layout;
  const columns = Math.min(layout.block.width, width - left);
  for (let y = 0; y < Math.min(rows, height - top); y++) {
    const from = y * layout.block.width * perPixel;
    const to = ((top + y) * width + left) * samples;
    if (perPixel === samples) whole.set(block.subarray(from, from + columns * samples), to);
    else for (let x = 0; x < columns; x++) whole[to + x * samples + plane] = block[from + x] as number;
  }
}

function colour(samples: Samples, layout: TiffLayout): Pick<RawImage, 'pixels' | 'channels'> {
  const { samples: step, colourSamples, alpha, palette, depth } = layout;
  if (layout.colour === 'palette') {
    const colours = palette.length / 3;
    const rgb = Uint8Array.from({ length: palette.length }, (_, i) => {
      return (palette[(i % 3) * colours + Math.floor(i / 3)] as number) >> 8;
    });
    return {
      pixels: lookUpColours(
        samples.filter((_, i) => i % step === 0),
        rgb,
        3,
      ),
      channels: 3,
    };
  }
  const bytes = toBytes(samples, depth);
  if (layout.colour === 'white-is-zero')
    for (let i = 0; i < bytes.length; i += step) bytes[i] = 255 - (bytes[i] as number);
  if (layout.colour === 'cmyk') return { pixels: cmykToRgb(bytes, step), channels: 3 };
  const kept = (alpha === 'none' ? colourSamples : colourSamples + 1) as 1 | 2 | 3 | 4;
  const pixels = kept === step ? bytes : bytes.filter((_, i) => i % step < kept);
  if (alpha === 'multiplied') divideByAlpha(pixels, kept);
  return { pixels, channels: kept };
}

function divideByAlpha(pixels: Uint8Array, channels: number): void {
  for (let i = 0; i < pixels.length; i += channels) {
    const alpha = pixels[i + channels - 1] as number;
    if (alpha === 0) continue;
    for (let c = 0; c < channels - 1; c++)
      pixels[i + c] = Math.min(255, Math.floor((255 * (pixels[i + c] as number)) / alpha));
  }
}
