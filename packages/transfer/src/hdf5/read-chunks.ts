import { DataError } from '@animals/core';
import { Cursor, damaged, type FileShape } from './cursor.ts';
import { type Filter, undoFilters } from './undo-filters.ts';

/** A dataset in chunks. */
export interface ChunkedData {
  readonly tree: number;
  readonly shape: readonly number[];
  readonly chunk: readonly number[];
  /** Bytes of a value. */
  readonly size: number;
  /** In the order in which they were applied. */
  readonly filters: readonly Filter[];
}

interface Chunk {
  readonly origin: readonly number[];
  readonly address: number;
  readonly stored: number;
  /** Bit i: filter i was not applied. */
  readonly mask: number;
}

/** Puts the chunks of a dataset into one array; what no chunk covers is 0. @see HDF5 File Format Specification 3.0, III.A.1 */
export async function readChunks(file: FileShape, data: ChunkedData): Promise<Uint8Array> {
  const { shape, chunk, size, filters } = data;
  if (chunk.length !== shape.length || chunk.some((side) => side === 0)) throw damaged(file, 'has chunks of no shape');
  const whole = new Uint8Array(shape.reduce((a, b) => a * b, size));
  const bytes = chunk.reduce((a, b) => a * b, size);
  if (bytes > 2 * whole.length + 2 ** 20) throw damaged(file, 'has chunks larger than what they hold');
  for (const { origin, address, stored, mask } of chunksOf(file, data.tree, { rank: shape.length, seen: new Set() })) {
    const raw = new Cursor(file, address, address + stored).take(stored);
    const applied = filters.filter((_, i) => (mask & (1 << i)) === 0);
    const values = await undoFilters(raw, applied, { bytes, size, path: file.path });
    if (values.length !== bytes) throw new DataError(file.path, 'is a damaged HDF5 file: a chunk is of another size');
    place(values, whole, { origin, shape, chunk, size });
  }
  return whole;
}

function* chunksOf(
  file: FileShape,
  address: number,
  { rank, seen }: { rank: number; seen: Set<number> },
): Generator<Chunk> {
  if (seen.has(address)) throw damaged(file, 'has chunks whose tree goes round in circles');
  seen.add(address);
  const cursor = new Cursor(file, address);
  cursor.expect('TREE');
  if (cursor.u8() !== 1) throw damaged(file, 'has chunks whose tree is none');
  const level = cursor.u8();
  const count = cursor.u16();
  cursor.skip(2 * file.offsetSize);
  for (let i = 0; i < count; i++) {
    const [stored, mask] = [cursor.u32(), cursor.u32()];
    const origin = Array.from({ length: rank }, () => cursor.unsigned(8));
    cursor.skip(8);
    const child = cursor.address();
    if (child === undefined) throw damaged(file, 'has a missing chunk');
    if (level === 0) yield { origin, address: child, stored, mask };
    else yield* chunksOf(file, child, { rank, seen });
  }
}

interface Place {
  readonly origin: readonly number[];
  readonly shape: readonly number[];
  readonly chunk: readonly number[];
  readonly size: number;
}

/** Copies a chunk row by row; what lies beyond the dataset's edge is left out. */
function place(values: Uint8Array, whole: Uint8Array, { origin, shape, chunk, size }: Place): void {
  const last = shape.length - 1;
  if (last < 0 || origin.some((at, axis) => at >= (shape[axis] as number))) return;
  const width = Math.min(chunk[last] as number, (shape[last] as number) - (origin[last] as number)) * size;
  const row = (chunk[last] as number) * size;
  for (let from = 0; from < values.length; from += row) {
    const to = target(from / row, { origin, shape, chunk });
    if (to >= 0) whole.set(values.subarray(from, from + width), to * size);
  }
}

/** Index in the dataset of a chunk row's first value, or -1 if the row is beyond the edge. */
function target(row: number, { origin, shape, chunk }: Omit<Place, 'size'>): number {
  let index = 0;
  let stride = shape.at(-1) as number;
  let rest = row;
  index += origin.at(-1) as number;
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    const side = chunk[axis] as number;
    const at = (origin[axis] as number) + (rest % side);
    if (at >= (shape[axis] as number)) return -1;
    index += at * stride;
    stride *= shape[axis] as number;
    rest = Math.floor(rest / side);
  }
  return index;
}
