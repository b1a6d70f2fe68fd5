import { ArgumentError } from '@animals/core';
import type { Raster } from '../image/raster.ts';
import { type Box, changedBox } from './changed-box.ts';
import { checkFrames } from './check-frames.ts';
import { concatenate } from './concatenate.ts';
import { cutBox } from './cut-box.ts';
import type { FramesOptions } from './frames-options.ts';
import { rgbaOf } from './rgba-of.ts';
import { bytesOf, type Chunk, chunkBytes, webpChunks, webpFile } from './riff.ts';
import { webpCodec } from './webp-codec.ts';

export interface WebpOptions extends FramesOptions {
  /** `lossless` keeps every pixel, and suits drawings; 0 to 100, the larger the better, suits photographs. Default: `lossless`. */
  readonly quality?: number | 'lossless';
}

/** What libwebp can encode. */
const LARGEST = 16_383;

/** Of a frame: not blended with what is below it, and left there. */
const REPLACE = 0b10;

const ANIMATED = 0x02;
const WITH_ALPHA = 0x10;

/** The rectangle that has changed, from even places, as the format has them. */
function evenBox(box: Box): Box {
  const [right, down] = [box.left % 2, box.top % 2];
  return { left: box.left - right, top: box.top - down, width: box.width + right, height: box.height + down };
}

const sideBytes = (width: number, height: number) => [...bytesOf(width - 1, 3), ...bytesOf(height - 1, 3)];

function headOf(pictures: readonly Uint32Array[], width: number, loop: number): Chunk[] {
  // Alpha is in the highest byte of a little-endian pixel.
  const alpha = pictures.some((pixels) => pixels.some((pixel) => pixel >>> 24 < 255)) ? WITH_ALPHA : 0;
  const height = (pictures[0] as Uint32Array).length / width;
  return [
    { type: 'VP8X', data: Uint8Array.of(ANIMATED | alpha, 0, 0, 0, ...sideBytes(width, height)) },
    { type: 'ANIM', data: Uint8Array.of(0, 0, 0, 0, ...bytesOf(loop, 2)) },
  ];
}

function frameOf(file: Uint8Array, { left, top, width, height }: Box, delay: number): Chunk {
  const places = [...bytesOf(left / 2, 3), ...bytesOf(top / 2, 3), ...sideBytes(width, height)];
  const picture = webpChunks(file).filter(({ type }) => type === 'ALPH' || type === 'VP8 ' || type === 'VP8L');
  const head = [...places, ...bytesOf(Math.round(delay), 3), REPLACE];
  return { type: 'ANMF', data: concatenate([head, ...picture.map(chunkBytes)]) };
}

/**
 * Encodes pictures as a WebP, animated if there are two or more.
 *
 * Frames are grey, RGB or, unlike those of a GIF, RGBA. Of each only the rectangle that has changed is stored. The same
 * frames give the same bytes.
 * @throws ArgumentError unless there are frames, all of one size of at most 16,383 a side, with delays of 20 to 60,000 ms,
 * and quality is `lossless` or from 0 to 100.
 * @see WebP Container Specification, of which this is the animated part; libwebp encodes the pictures.
 */
export async function encodeWebp(
  frames: readonly Raster[],
  { quality = 'lossless', delay = 100, loop = 0 }: WebpOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  checkFrames(frames, { delay, loop }, LARGEST);
  if (quality !== 'lossless' && !(typeof quality === 'number' && quality >= 0 && quality <= 100)) {
    throw new ArgumentError('quality', `quality must be 'lossless' or from 0 to 100, got ${quality}`);
  }
  const { width } = frames[0] as Raster;
  const pictures = frames.map((frame) => new Uint32Array(rgbaOf(frame).buffer));
  const encode = await webpCodec(quality);
  const boxes = pictures.map((pixels, i) => evenBox(changedBox(pixels, pictures[i - 1], width)));
  const files = pictures.map((pixels, i) => {
    const box = boxes[i] as Box;
    return encode(new Uint8Array(cutBox(pixels, box, width).buffer), box.width, box.height);
  });
  if (files.length === 1) return Uint8Array.from(files[0] as Uint8Array);
  const delays = typeof delay === 'number' ? pictures.map(() => delay) : delay;
  const parts = files.map((file, i) => frameOf(file, boxes[i] as Box, delays[i] as number));
  return webpFile([...headOf(pictures, width, loop), ...parts]);
}
