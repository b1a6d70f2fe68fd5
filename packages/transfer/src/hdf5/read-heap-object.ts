import { Cursor, damaged } from './cursor.ts';

/** Gives the bytes of a global heap's object that a value refers to. @see HDF5 File Format Specification 3.0, III.E */
export function readHeapObject(reference: Cursor): Uint8Array {
  const { file } = reference;
  const size = reference.u32();
  const address = reference.address();
  const index = reference.u32();
  if (size === 0 || address === undefined) return new Uint8Array(0);
  const head = new Cursor(file, address);
  head.expect('GCOL');
  head.skip(4);
  const end = address + head.length();
  const heap = new Cursor(file, head.at, end);
  while (heap.left >= 8 + file.lengthSize) {
    const found = heap.u16();
    heap.skip(6);
    const length = heap.length();
    if (found === 0) break;
    if (found === index) return heap.take(Math.min(size, length));
    heap.skip(Math.min(Math.ceil(length / 8) * 8, heap.left));
  }
  throw damaged(file, 'refers to a text that is not there');
}
