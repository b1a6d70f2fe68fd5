/**
 * Unpacks samples of 1, 2, 4, 8 or 16 bits, the highest bit first; every row starts on a byte. Values stay as stored.
 *
 * @param perRow samples in a row
 * @param start where the first row begins, and how far it is from one to the next
 */
export function unpackSamples(
  packed: Uint8Array,
  { perRow, rows, depth, littleEndian = false }: SampleLayout,
  start = 0,
  rowStep = Math.ceil((perRow * depth) / 8),
): Uint8Array | Uint16Array {
  const out = depth === 16 ? new Uint16Array(perRow * rows) : new Uint8Array(perRow * rows);
  for (let y = 0, at = start; y < rows; y++, at += rowStep) {
    if (depth === 8) out.set(packed.subarray(at, at + perRow), y * perRow);
    else if (depth === 16) unpackWide(packed, at, littleEndian, out, y * perRow, perRow);
    else unpackNarrow(packed, at, depth, out, y * perRow, perRow);
  }
  return out;
}

/** How samples lie in memory. */
export interface SampleLayout {
  readonly perRow: number;
  readonly rows: number;
  /** Bits a sample. */
  readonly depth: number;
  /** Of 16-bit samples: the low byte comes first. */
  readonly littleEndian?: boolean;
}

type Samples = Uint8Array | Uint16Array;

function unpackWide(packed: Uint8Array, from: number, little: boolean, out: Samples, to: number, count: number): void {
  const high = little ? from + 1 : from;
  const low = little ? from : from + 1;
  for (let i = 0; i < count; i++)
    out[to + i] = ((packed[high + 2 * i] as number) << 8) | (packed[low + 2 * i] as number);
}

function unpackNarrow(packed: Uint8Array, from: number, depth: number, out: Samples, to: number, count: number): void {
  const mask = 2 ** depth - 1;
  for (let i = 0, bit = 0; i < count; i++, bit += depth) {
    out[to + i] = ((packed[from + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & mask;
  }
}
