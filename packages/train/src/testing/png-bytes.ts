import { crc32, deflateSync } from 'node:zlib';

/** Encodes RGB pixels, row by row, as a PNG. */
export function pngBytes({ width, height, pixels }: { width: number; height: number; pixels: Uint8Array }): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2], 8);
  const rows = Array.from({ length: height }, (_, y) => [0, ...pixels.subarray(y * width * 3, (y + 1) * width * 3)]);
  const scan = new Uint8Array(deflateSync(Uint8Array.from(rows.flat())));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const none = new Uint8Array(0);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', scan), chunk('IEND', none)]);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(content.length + 8);
  out.writeUInt32BE(data.length);
  out.set(content, 4);
  out.writeUInt32BE(crc32(content), content.length + 4);
  return out;
}
