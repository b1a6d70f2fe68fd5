import { ArgumentError } from '@animals/core';
import { channelsOf, type Raster } from '../image/raster.ts';
import { type Box, changedBox } from './changed-box.ts';
import { checkFrames } from './check-frames.ts';
import { concatenate } from './concatenate.ts';
import { cutBox } from './cut-box.ts';
import type { FramesOptions } from './frames-options.ts';
import { gifPalette } from './gif-palette.ts';
import { lzw } from './lzw.ts';

export interface GifOptions extends FramesOptions {
  /** Colours at most, for all frames together, 2 to 256. Default: 256. */
  readonly colours?: number;
}

function check(frames: readonly Raster[], options: GifOptions): void {
  checkFrames(frames, options, 65535);
  const { colours = 256 } = options;
  if (Number.isInteger(colours) && colours >= 2 && colours <= 256) return;
  throw new ArgumentError('colours', `colours must be a whole number from 2 to 256, got ${colours}`);
}

function rgbOf(frame: Raster): Uint8Array {
  if (channelsOf(frame) === 3) return frame.pixels;
  return Uint8Array.from({ length: frame.pixels.length * 3 }, (_, i) => frame.pixels[Math.floor(i / 3)] as number);
}

const two = (value: number) => [value & 255, value >> 8];

/** Bytes in blocks of at most 255, as GIF has them. */
function blocks(data: Uint8Array): number[] {
  const out: number[] = [];
  for (let i = 0; i < data.length; i += 255) {
    const part = data.subarray(i, i + 255);
    out.push(part.length, ...part);
  }
  return [...out, 0];
}

function frameBytes(indices: Uint8Array, box: Box, width: number, depth: number, delay: number): Uint8Array {
  const { left, top } = box;
  const control = [0x21, 0xf9, 4, 0b100, ...two(Math.round(delay / 10)), 0, 0];
  const head = [0x2c, ...two(left), ...two(top), ...two(box.width), ...two(box.height), 0, depth];
  const body = lzw(cutBox(indices, box, width), depth);
  return Uint8Array.from([...control, ...head].concat(blocks(body)));
}

/**
 * Encodes pictures as a GIF, animated if there are two or more.
 *
 * All frames share one palette, exact if they have few enough colours, so that nothing flickers; of each frame only what
 * has changed is stored. The same frames give the same bytes.
 * Delays are rounded to steps of ten milliseconds.
 * @throws ArgumentError unless there are frames, all of one size, with delays of 20 to 60,000 ms.
 * @see CompuServe (1990), GIF89a Specification.
 */
export function encodeGif(frames: readonly Raster[], options: GifOptions = {}): Uint8Array<ArrayBuffer> {
  check(frames, options);
  const { delay = 100, loop = 0, colours = 256 } = options;
  const [{ width, height }] = frames as [Raster];
  const pixels = frames.map(rgbOf);
  const palette = gifPalette(pixels, colours);
  const depth = Math.max(2, Math.ceil(Math.log2(palette.colours.length / 3)));
  const table = new Uint8Array(3 << depth);
  table.set(palette.colours);
  const parts: Uint8Array[] = [
    Uint8Array.from([...new TextEncoder().encode('GIF89a'), ...two(width), ...two(height), 0xf0 | (depth - 1), 0, 0]),
    table,
  ];
  if (frames.length > 1 && loop !== 1) {
    // Played once and then as often again.
    const again = loop === 0 ? 0 : loop - 1;
    parts.push(Uint8Array.from([0x21, 0xff, 11, ...new TextEncoder().encode('NETSCAPE2.0'), 3, 1, ...two(again), 0]));
  }
  let before: Uint8Array | undefined;
  pixels.forEach((rgb, f) => {
    const indices = Uint8Array.from({ length: width * height }, (_, i) =>
      palette.indexOf(rgb[3 * i] as number, rgb[3 * i + 1] as number, rgb[3 * i + 2] as number),
    );
    const stay = typeof delay === 'number' ? delay : (delay[f] as number);
    parts.push(frameBytes(indices, changedBox(indices, before, width), width, depth, stay));
    before = indices;
  });
  parts.push(Uint8Array.of(0x3b));
  return concatenate(parts);
}
