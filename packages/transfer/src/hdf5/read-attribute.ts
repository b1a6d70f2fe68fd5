import type { Cursor } from './cursor.ts';
import { readDataspace } from './read-dataspace.ts';
import { type Datatype, readDatatype } from './read-datatype.ts';
import { readHeapObject } from './read-heap-object.ts';

/** An attribute's value: texts only, as weights files keep nothing else that matters there. */
export interface Attribute {
  readonly name: string;
  /** Empty for attributes of numbers. */
  readonly texts: readonly string[];
}

const utf8 = new TextDecoder();

/** Reads an attribute message. @see HDF5 File Format Specification 3.0, IV.A.2.m */
export function readAttribute(cursor: Cursor): Attribute {
  const version = cursor.u8();
  cursor.skip(1);
  const sizes = [cursor.u16(), cursor.u16(), cursor.u16()] as const;
  if (version === 3) cursor.skip(1);
  // Version 1 fills every part up to a multiple of 8.
  const part = (size: number) => cursor.part(version === 1 ? Math.ceil(size / 8) * 8 : size);
  const name = text(part(sizes[0]).take(sizes[0]));
  const datatype = readDatatype(part(sizes[1]));
  const shape = readDataspace(part(sizes[2]));
  return { name, texts: readTexts(cursor, datatype, shape) };
}

function readTexts(cursor: Cursor, { kind, size }: Datatype, shape: readonly number[]): string[] {
  if (kind !== 'string' && kind !== 'text') return [];
  const count = shape.reduce((a, b) => a * b, 1);
  const texts: string[] = [];
  while (texts.length < count) {
    const item = cursor.part(size);
    texts.push(text(kind === 'string' ? item.take(size) : readHeapObject(item)));
  }
  return texts;
}

/** Up to the first zero: texts are filled up with them. */
function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return utf8.decode(end === -1 ? bytes : bytes.subarray(0, end));
}
