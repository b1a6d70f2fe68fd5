import { DataError } from '@animals/core';
import { concatenate } from '../concatenate.ts';
import { type RiffChunk, riffChunks, uint24, webpChunks, webpSize } from '../header/webp-chunks.ts';
import type { RgbaImage } from './borrow-image.ts';
import { type CodecKind, createCodec, type WasmSource } from './create-codec.ts';
import type { DecodeFormat, RawImage } from './raw-image.ts';

interface WebpCodec {
  decode(bytes: Uint8Array): RgbaImage | null;
}

const WEBP: CodecKind<WebpCodec> = {
  name: 'webp',
  load: () => import('@jsquash/webp/codec/dec/webp_dec.js'),
  decode: (codec, bytes) => codec.decode(bytes),
};

/** Makes a function that decodes a WebP as libwebp does: of an animation the first picture, on a transparent canvas. */
export function createWebpDecoder(wasm?: WasmSource): DecodeFormat {
  const decode = createCodec(WEBP, wasm);
  return async (bytes, path, finish) => {
    const chunks = webpChunks(bytes, path);
    const [width, height] = webpSize(chunks[0] as RiffChunk, path);
    const frame = firstFrame(chunks, path);
    checkFits(frame, width, height, path);
    return decode(frame.file, path, ({ data }) => finish(place(data as Uint8Array, frame, width, height)));
  };
}

interface Frame {
  readonly isPart: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** A WebP of nothing but this picture. */
  readonly file: Uint8Array;
}

function firstFrame(chunks: readonly RiffChunk[], path: string): Frame {
  const animated = chunks.find(({ type }) => type === 'ANMF')?.data;
  if (!animated) return { isPart: false, left: 0, top: 0, ...stillOf(chunks, path) };
  if (animated.length < 16) throw new DataError(path, 'is corrupt: its first WebP frame is cut short');
  const view = new DataView(animated.buffer, animated.byteOffset, animated.byteLength);
  const inner = riffChunks(animated.subarray(16), path);
  return { isPart: true, left: 2 * uint24(view, 0), top: 2 * uint24(view, 3), ...stillOf(inner, path) };
}

function checkFits(
  { isPart, left, top, width: w, height: h }: Frame,
  width: number,
  height: number,
  path: string,
): void {
  if (isPart ? left + w <= width && top + h <= height : w === width && h === height) return;
  throw new DataError(path, 'is corrupt: a picture of another size than its WebP canvas');
}

/** Wraps what counts, with the size that the pixels themselves give: nobody else's word is taken for it. */
function stillOf(chunks: readonly RiffChunk[], path: string): Pick<Frame, 'width' | 'height' | 'file'> {
  const pixels = chunks.find(({ type }) => type === 'VP8 ' || type === 'VP8L');
  if (!pixels) throw new DataError(path, 'is corrupt: a WebP without a picture in it');
  const [width, height] = webpSize(pixels, path);
  const alpha = pixels.type === 'VP8 ' ? chunks.find(({ type }) => type === 'ALPH') : undefined;
  const body = alpha ? [canvasChunk(width, height), alpha.whole, pixels.whole] : [pixels.whole];
  return { width, height, file: riffFile(body) };
}

/** Says that there is alpha; the format wants it before an ALPH chunk. */
function canvasChunk(width: number, height: number): Uint8Array {
  const chunk = new Uint8Array(18);
  const view = new DataView(chunk.buffer);
  chunk.set(new TextEncoder().encode('VP8X'));
  view.setUint32(4, 10, true);
  chunk[8] = 0x10;
  view.setUint32(12, width - 1, true);
  view.setUint16(15, (height - 1) & 0xffff, true);
  return chunk;
}

function riffFile(chunks: readonly Uint8Array[]): Uint8Array {
  const body = concatenate([
    new TextEncoder().encode('WEBP'),
    ...chunks.flatMap((chunk) => [chunk, new Uint8Array(chunk.length % 2)]),
  ]);
  const head = new Uint8Array(8);
  head.set(new TextEncoder().encode('RIFF'));
  new DataView(head.buffer).setUint32(4, body.length, true);
  return concatenate([head, body]);
}

function place(rgba: Uint8Array, { left, top, width: w, height: h }: Frame, width: number, height: number): RawImage {
  if (w === width && h === height) return { pixels: rgba, width, height, channels: 4, isBorrowed: true };
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < h; y++) pixels.set(rgba.subarray(4 * w * y, 4 * w * (y + 1)), 4 * ((top + y) * width + left));
  return { pixels, width, height, channels: 4 };
}
