import { type Cursor, damaged } from './cursor.ts';

/** The kinds of value that weights files hold. */
export type Datatype =
  | { readonly kind: 'float' | 'signed' | 'unsigned'; readonly size: number; readonly isBigEndian: boolean }
  | { readonly kind: 'string'; readonly size: number }
  /** Text of any length, kept in a heap. */
  | { readonly kind: 'text'; readonly size: number }
  | { readonly kind: 'other'; readonly size: number };

/** Reads what kind of value an attribute or a dataset holds. @see HDF5 File Format Specification 3.0, IV.A.2.d */
export function readDatatype(cursor: Cursor): Datatype {
  const head = cursor.u8();
  const [bits = 0] = cursor.take(3);
  const size = cursor.u32();
  if (size === 0) throw damaged(cursor.file, 'has values without a size');
  const isBigEndian = (bits & 1) === 1;
  switch (head & 15) {
    case 0:
      return { kind: bits & 8 ? 'signed' : 'unsigned', size, isBigEndian };
    case 1:
      return { kind: 'float', size, isBigEndian };
    case 3:
      return { kind: 'string', size };
    case 9:
      return { kind: (bits & 15) === 1 ? 'text' : 'other', size };
    default:
      return { kind: 'other', size };
  }
}
