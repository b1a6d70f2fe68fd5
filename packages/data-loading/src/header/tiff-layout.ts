import { DataError } from '@animals/core';
import { readTiffTags, type TiffTags } from './tiff-tags.ts';

const PACKINGS = { 1: 'none', 5: 'lzw', 8: 'deflate', 32773: 'packbits', 32946: 'deflate' } as const;
const COLOURS = { 0: 'white-is-zero', 1: 'black-is-zero', 2: 'rgb', 3: 'palette', 5: 'cmyk' } as const;

/** What compressions and colours that are refused are called. */
const OTHER_PACKINGS: Readonly<Record<number, string>> = {
  2: 'CCITT',
  3: 'CCITT',
  4: 'CCITT',
  6: 'JPEG',
  7: 'JPEG',
  50000: 'Zstandard',
  50001: 'WebP',
};

/** Colour samples a pixel, before any alpha. */
const SAMPLES = { 'white-is-zero': 1, 'black-is-zero': 1, rgb: 3, palette: 1, cmyk: 4 } as const;

/** How the first picture of a TIFF is stored. */
export interface TiffLayout {
  readonly littleEndian: boolean;
  readonly width: number;
  readonly height: number;
  /** Bits a sample, the same for all. */
  readonly depth: 1 | 2 | 4 | 8 | 16;
  readonly samples: number;
  readonly colourSamples: 1 | 3 | 4;
  /** The sample after the colours: alpha, alpha that is multiplied in, or nothing that counts. */
  readonly alpha: 'straight' | 'multiplied' | 'none';
  readonly colour: (typeof COLOURS)[keyof typeof COLOURS];
  readonly packing: (typeof PACKINGS)[keyof typeof PACKINGS];
  /** Samples are stored as differences to the pixel before. */
  readonly differences: boolean;
  /** Each sample has a plane, and blocks, of its own. */
  readonly planar: boolean;
  /** Blocks cut the picture into tiles, or into strips of whole rows. */
  readonly block: { readonly width: number; readonly height: number; readonly tiled: boolean };
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  /** 16 bits a value: all reds, all greens, all blues. */
  readonly palette: readonly number[];
  readonly orientation: number;
  readonly exif: boolean;
}

/**
 * Reads how the first picture of a TIFF is stored.
 *
 * @throws DataError if the file is truncated or corrupt, or stores pixels in a way that is not supported, which is named.
 * @see TIFF 6.0, Adobe 1992, and its supplement of 2002 for deflate.
 */
export function readTiffLayout(bytes: Uint8Array, path: string): TiffLayout {
  const tags = readTiffTags(bytes, path);
  const one = (tag: number, otherwise: number) => tags.get(tag)?.[0] ?? otherwise;
  const size = { width: one(256, 0), height: one(257, 0) };
  const samples = one(277, 1);
  const packing = PACKINGS[one(259, 1) as keyof typeof PACKINGS];
  const colour = COLOURS[one(262, -1) as keyof typeof COLOURS];
  if (!packing) throw unsupported(path, `${OTHER_PACKINGS[one(259, 1)] ?? `compression ${one(259, 1)}`} inside`);
  if (!colour) throw unsupported(path, `colours of kind ${one(262, -1)}`);
  const colourSamples = SAMPLES[colour];
  if (samples < colourSamples || samples > 8) throw unsupported(path, `${samples} samples a pixel for ${colour}`);
  const extra = tags.get(338)?.[0] ?? 0;
  const orientation = one(274, 1);
  return {
    littleEndian: tags.littleEndian,
    ...size,
    depth: readDepth(tags, colour, path),
    samples,
    colourSamples,
    alpha:
      samples > colourSamples && extra === 2
        ? 'straight'
        : samples > colourSamples && extra === 1
          ? 'multiplied'
          : 'none',
    colour,
    packing,
    differences: readPredictor(one(317, 1), packing, path),
    planar: one(284, 1) === 2,
    ...readBlocks(tags, size, path),
    palette: colour === 'palette' ? (tags.get(320) ?? []) : [],
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    exif: tags.get(34665) !== undefined,
  };
}

function readDepth(tags: TiffTags, colour: TiffLayout['colour'], path: string): TiffLayout['depth'] {
  const depths = tags.get(258) ?? [1];
  const depth = depths[0] as number;
  if (depths.some((other) => other !== depth)) throw unsupported(path, `samples of ${depths.join(', ')} bits`);
  const format = tags.get(339)?.[0] ?? 1;
  if (format !== 1 && format !== 4) throw unsupported(path, format === 3 ? 'floating-point samples' : 'signed samples');
  if ((tags.get(266)?.[0] ?? 1) !== 1) throw unsupported(path, 'the lowest bit first');
  const allowed = colour === 'palette' ? [1, 2, 4, 8] : [1, 2, 4, 8, 16];
  if (!allowed.includes(depth)) throw unsupported(path, `samples of ${depth} bits for ${colour}`);
  return depth as TiffLayout['depth'];
}

function readPredictor(predictor: number, packing: TiffLayout['packing'], path: string): boolean {
  if (packing === 'none' || packing === 'packbits' || predictor === 1) return false;
  if (predictor !== 2) throw unsupported(path, `predictor ${predictor}`);
  return true;
}

function readBlocks(tags: TiffTags, { width, height }: { width: number; height: number }, path: string) {
  const tileWidth = tags.get(322)?.[0];
  const tiled = tileWidth !== undefined;
  const rows = tiled ? (tags.get(323)?.[0] ?? 0) : Math.min(height, tags.get(278)?.[0] ?? height);
  const offsets = tags.get(tiled ? 324 : 273) ?? [];
  const lengths = tags.get(tiled ? 325 : 279) ?? [];
  const block = { width: tileWidth ?? width, height: rows, tiled };
  if (block.width > 0 && block.height > 0 && offsets.length > 0 && lengths.length === offsets.length) {
    return { block, offsets, lengths };
  }
  throw new DataError(path, 'is corrupt: a TIFF that does not say where its pixels are');
}

function unsupported(path: string, what: string): DataError {
  return new DataError(path, `is a TIFF with ${what}, which is not supported; convert it to PNG`);
}
