import { concatenate } from '../concatenate.ts';

/** What stands in a BMP's headers. */
interface BmpFields {
  readonly width: number;
  /** Negative: the first row is the uppermost. */
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  /** Red, green and blue of each colour. */
  readonly palette?: readonly (readonly [number, number, number])[];
  /** Of red, green, blue and perhaps alpha; four make a header of version 5. */
  readonly masks?: readonly number[];
  /** Header of OS/2 1, with 16-bit sizes and palettes of three bytes a colour. */
  readonly core?: boolean;
}

/** Writes a BMP of headers and stored bytes, be they true to each other or not. */
export function bmpOf(fields: BmpFields, stored: readonly number[]): Uint8Array<ArrayBuffer> {
  const { palette = [], core = false } = fields;
  const colours = palette.flatMap(([red, green, blue]) => (core ? [blue, green, red] : [blue, green, red, 0]));
  const header = core ? coreHeader(fields) : infoHeader(fields, palette.length);
  const data = 14 + header.length + colours.length;
  const file = new Uint8Array(14);
  file.set([0x42, 0x4d]);
  const view = new DataView(file.buffer);
  view.setUint32(2, data + stored.length, true);
  view.setUint32(10, data, true);
  return concatenate([file, header, Uint8Array.from(colours), Uint8Array.from(stored)]);
}

function coreHeader({ width, height, bits }: BmpFields): Uint8Array {
  const view = new DataView(new ArrayBuffer(12));
  view.setUint32(0, 12, true);
  view.setUint16(4, width, true);
  view.setUint16(6, height, true);
  view.setUint16(8, 1, true);
  view.setUint16(10, bits, true);
  return new Uint8Array(view.buffer);
}

/** Three masks stand behind a header of 40 bytes, four inside one of 124. */
function infoHeader({ width, height, bits, compression = 0, masks = [] }: BmpFields, colours: number): Uint8Array {
  const isFifth = masks.length === 4;
  const view = new DataView(new ArrayBuffer(isFifth ? 124 : 40 + 4 * masks.length));
  view.setUint32(0, isFifth ? 124 : 40, true);
  view.setInt32(4, width, true);
  view.setInt32(8, height, true);
  view.setUint16(12, 1, true);
  view.setUint16(14, bits, true);
  view.setUint32(16, compression, true);
  view.setUint32(32, colours, true);
  for (const [i, mask] of masks.entries()) view.setUint32(40 + 4 * i, mask, true);
  return new Uint8Array(view.buffer);
}
