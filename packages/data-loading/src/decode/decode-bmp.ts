import { type BmpLayout, readBmpLayout } from '../header/bmp-layout.ts';
import { bmpRowBytes } from '../header/read-bmp-header.ts';
import { guard } from './guard.ts';
import { lookUpColours } from './look-up-colours.ts';
import type { RawImage } from './raw-image.ts';
import { unpackBmpRuns } from './unpack-bmp-runs.ts';
import { unpackSamples } from './unpack-samples.ts';

/**
 * Decodes a BMP: palettes of 1, 4 and 8 bits, run-length encoded or not, and colours of 16, 24 and 32 bits.
 *
 * The fourth byte of 32-bit pixels is alpha only where the header gives a mask for it.
 * @throws DataError if an index has no colour, or a mask has gaps.
 */
export function decodeBmp(bytes: Uint8Array, path: string): RawImage {
  const layout = readBmpLayout(bytes, path);
  return guard(path, () => {
    const image = layout.bits <= 8 ? decodeIndexed(bytes, layout) : decodeDirect(bytes, layout);
    return { ...image, width: layout.width, height: layout.height };
  });
}

type Pixels = Pick<RawImage, 'pixels' | 'channels'>;

function decodeIndexed(bytes: Uint8Array, layout: BmpLayout): Pixels {
  const { start, colours, step } = layout.palette;
  const palette = Uint8Array.from({ length: 3 * colours }, (_, i) => {
    return bytes[start + step * Math.floor(i / 3) + 2 - (i % 3)] as number;
  });
  return { pixels: lookUpColours(indicesOf(bytes, layout), palette, 3), channels: 3 };
}

function indicesOf(bytes: Uint8Array, layout: BmpLayout): Uint8Array {
  const { width, height, bits, packing, data, topDown } = layout;
  const stored =
    packing === 'none'
      ? unpackSamples(bytes, { perRow: width, rows: height, depth: bits }, data, bmpRowBytes(layout))
      : unpackBmpRuns(bytes.subarray(data), width, height, packing);
  return topDown ? (stored as Uint8Array) : flipped(stored as Uint8Array, width, height);
}

function flipped(rows: Uint8Array, width: number, height: number): Uint8Array {
  const out = new Uint8Array(rows.length);
  for (let y = 0; y < height; y++) out.set(rows.subarray(y * width, (y + 1) * width), (height - 1 - y) * width);
  return out;
}

function decodeDirect(bytes: Uint8Array, layout: BmpLayout): Pixels {
  const { width, height, bits, masks, data, topDown } = layout;
  const channels = masks[3] === 0 ? 3 : 4;
  const fields = masks.slice(0, channels).map(toField);
  const pixels = new Uint8Array(width * height * channels);
  const pixelBytes = bits / 8;
  for (let y = 0, to = 0; y < height; y++) {
    let from = data + (topDown ? y : height - 1 - y) * bmpRowBytes(layout);
    for (let x = 0; x < width; x++, from += pixelBytes) {
      const pixel = littleEndian(bytes, from, pixelBytes);
      for (const { shift, most } of fields) pixels[to++] = ((pixel >>> shift) & most) * (255 / most) + 0.5;
    }
  }
  return { pixels, channels };
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number {
  let value = 0;
  for (let i = count - 1; i >= 0; i--) value = (value << 8) | (bytes[at + i] as number);
  return value;
}

/** Where a field of a pixel stands, and its highest value. */
function toField(mask: number): { shift: number; most: number } {
  if (mask === 0) return { shift: 0, most: 0 };
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  if ((most & (most + 1)) !== 0) throw new Error(`a colour mask has gaps: ${mask.toString(16)}`);
  return { shift, most };
}
