import { type Cursor, damaged } from './cursor.ts';

/** HDF5's own limit. */
const MOST_DIMENSIONS = 32;

/** Reads the shape of an attribute or a dataset; [] for one value. @see HDF5 File Format Specification 3.0, IV.A.2.b */
export function readDataspace(cursor: Cursor): number[] {
  const version = cursor.u8();
  const rank = cursor.u8();
  cursor.skip(1);
  if ((version !== 1 && version !== 2) || rank > MOST_DIMENSIONS)
    throw damaged(cursor.file, 'has an unknown dataspace');
  const type = version === 2 ? cursor.u8() : 1;
  if (version === 1) cursor.skip(5);
  if (type === 2) return [0];
  return Array.from({ length: rank }, () => cursor.length());
}
