import { deflateSync } from 'node:zlib';
import { concatenate } from '../concatenate.ts';

/** Writes a PNG of a header, chunks between, and raw rows, be they true to each other or not. */
export function pngOf(
  { width, height, depth = 8, colourType = 0, interlace = 0 }: Record<string, number>,
  rows: Uint8Array,
  extra: readonly Uint8Array[] = [],
): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width as number);
  view.setUint32(4, height as number);
  header.set([depth, colourType, 0, 0, interlace], 8);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return concatenate([
    signature,
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
}

/** Rows for an interlaced PNG of one sample a pixel, unfiltered: the seven parts of Adam7, each row behind a 0. */
export function interlacedRows(samples: readonly number[], width: number, height: number, depth: number): Uint8Array {
  const parts = ['0 0 8 8', '4 0 8 8', '0 4 4 8', '2 0 4 4', '0 2 2 4', '1 0 2 2', '0 1 1 2'];
  const rows: number[] = [];
  for (const [left = 0, top = 0, stepX = 1, stepY = 1] of parts.map((part) => part.split(' ').map(Number))) {
    for (let y = top; y < height && left < width; y += stepY) {
      let bits = '';
      for (let x = left; x < width; x += stepX)
        bits += (samples[y * width + x] as number).toString(2).padStart(depth, '0');
      rows.push(0, ...(bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
    }
  }
  return Uint8Array.from(rows);
}

/** A chunk with its length and checksum. */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concatenate([new TextEncoder().encode(type), data]);
  const frame = new Uint8Array(body.length + 8);
  const view = new DataView(frame.buffer);
  view.setUint32(0, data.length);
  frame.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return frame;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
