import { ArgumentError } from '@animals/core';
import { checkSome } from '../chart/check-numbers.ts';
import { channelsOf, type Raster } from '../image/raster.ts';
import { gifPalette } from './gif-palette.ts';
import { lzw } from './lzw.ts';

export interface GifOptions {
  /** Milliseconds that a frame stays, 20 to 60,000 in steps of ten; one for all or one a frame. Default: 100. */
  readonly delay?: number | readonly number[];
  /** How often all of it is played; 0: for ever. Default: 0. */
  readonly loop?: number;
  /** Colours at most, for all frames together, 2 to 256. Default: 256. */
  readonly colours?: number;
}

function check(frames: readonly Raster[], { delay = 100, loop = 0, colours = 256 }: GifOptions): void {
  checkSome('frames', frames);
  const [{ width, height }] = frames as [Raster];
  const odd = frames.find((frame) => frame.width !== width || frame.height !== height);
  if (odd) {
    throw new ArgumentError('frames', `frames must be all of ${width} x ${height}, got ${odd.width} x ${odd.height}`);
  }
  if (width > 65535 || height > 65535) {
    throw new ArgumentError('frames', `frames must be at most 65535 wide and high, got ${width} x ${height}`);
  }
  const delays = typeof delay === 'number' ? [delay] : delay;
  const wrong = delays.find((ms) => !(ms >= 20 && ms <= 60_000));
  if (wrong !== undefined) throw new ArgumentError('delay', `delay must be from 20 to 60000 ms, got ${wrong}`);
  if (typeof delay !== 'number' && delay.length !== frames.length) {
    throw new ArgumentError('delay', `delay must be one a frame, got ${delay.length} for ${frames.length} frames`);
  }
  if (!Number.isInteger(loop) || loop < 0 || loop > 65535) {
    throw new ArgumentError('loop', `loop must be a whole number from 0 to 65535, got ${loop}`);
  }
  if (Number.isInteger(colours) && colours >= 2 && colours <= 256) return;
  throw new ArgumentError('colours', `colours must be a whole number from 2 to 256, got ${colours}`);
}

function rgbOf(frame: Raster): Uint8Array {
  if (channelsOf(frame) === 3) return frame.pixels;
  return Uint8Array.from({ length: frame.pixels.length * 3 }, (_, i) => frame.pixels[Math.floor(i / 3)] as number);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The part of a frame that differs from the one before; a single pixel if nothing does. */
function changedBox(now: Uint8Array, before: Uint8Array | undefined, width: number, height: number): Box {
  if (!before) return { left: 0, top: 0, width, height };
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let i = 0; i < now.length; i++) {
    if (now[i] === before[i]) continue;
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return { left: 0, top: 0, width: 1, height: 1 };
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
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
  const part = new Uint8Array(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const from = (top + y) * width + left;
    part.set(indices.subarray(from, from + box.width), y * box.width);
  }
  const control = [0x21, 0xf9, 4, 0b100, ...two(Math.round(delay / 10)), 0, 0];
  const head = [0x2c, ...two(left), ...two(top), ...two(box.width), ...two(box.height), 0, depth];
  const body = lzw(part, depth);
  return Uint8Array.from([...control, ...head].concat(blocks(body)));
}

/**
 * Encodes pictures as a GIF, animated if there are two or more.
 *
 * All frames share one palette, exact if they have few enough colours, so that nothing flickers; of each frame only what
 * has changed is stored. The same frames give the same bytes.
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
    parts.push(frameBytes(indices, changedBox(indices, before, width, height), width, depth, stay));
    before = indices;
  });
  parts.push(Uint8Array.of(0x3b));
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
