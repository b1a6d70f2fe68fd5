import { DataError } from '@animals/core';
import { Cursor, damaged, type FileShape } from './cursor.ts';

const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const SIZES = [2, 4, 8];

/**
 * Reads where an HDF5 file's root group is, and how wide its numbers are.
 *
 * @throws DataError if it is no HDF5 file, or of a version that is not known.
 * @see HDF5 File Format Specification 3.0, II.A
 */
export function readSuperblock(bytes: Uint8Array, path: string): { file: FileShape; root: number } {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) throw new DataError(path, 'is no HDF5 file');
  const version = bytes[8] ?? 0xff;
  if (version > 3)
    throw new DataError(path, `is an HDF5 file of superblock version ${version}, which is not read here`);
  const at = version < 2 ? 13 : 9;
  const [offsetSize = 0, lengthSize = 0] = bytes.subarray(at, at + 2);
  const narrow = { bytes, path, base: 0, offsetSize, lengthSize };
  if (!SIZES.includes(offsetSize) || !SIZES.includes(lengthSize)) throw damaged(narrow, 'has numbers of odd width');
  const cursor = new Cursor(narrow, version < 2 ? (version === 0 ? 24 : 28) : 12);
  const base = cursor.address() ?? 0;
  const file = { ...narrow, base };
  const rest = new Cursor(file, cursor.at);
  // Free space or extension, end of file; in the old versions driver information and the root's name too.
  for (let i = 0; i < (version < 2 ? 4 : 2); i++) rest.address();
  const root = rest.address();
  if (root === undefined) throw damaged(file, 'has no root group');
  return { file, root };
}
