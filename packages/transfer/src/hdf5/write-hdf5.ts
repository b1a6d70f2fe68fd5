import { Hdf5Writer } from './hdf5-writer.ts';
import { writeGroup } from './write-group.ts';
import { writeHeader } from './write-header.ts';

/** What an HDF5 file is to hold: groups of groups and arrays. */
export type Hdf5Tree = Hdf5Branch | Hdf5Leaf;

export interface Hdf5Branch {
  /** Each a text. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly members: ReadonlyMap<string, Hdf5Tree>;
}

interface Hdf5Leaf {
  readonly shape: readonly number[];
  /** Row-major. */
  readonly data: Float32Array | Int32Array;
}

const SUPERBLOCK = 96;

/**
 * Writes an HDF5 file in the form that every HDF5 library reads, arrays each in one piece.
 *
 * Equal trees give equal bytes.
 * @see HDF5 File Format Specification 3.0, superblock version 0
 */
export function writeHdf5(root: Hdf5Branch): Uint8Array {
  const writer = new Hdf5Writer(sizeOf(root));
  writer.reserve(SUPERBLOCK);
  const address = writeTree(writer, root);
  writeSuperblock(writer, address);
  return writer.result();
}

/** A guess; the writer grows. */
function sizeOf(tree: Hdf5Tree): number {
  if ('data' in tree) return tree.data.byteLength + 256;
  return [...tree.members.values()].reduce((sum, member) => sum + sizeOf(member), 2048);
}

function writeTree(writer: Hdf5Writer, tree: Hdf5Tree): number {
  if ('data' in tree) return writeArray(writer, tree);
  const members = [...tree.members].map(([name, member]) => ({ name, address: writeTree(writer, member) }));
  return writeGroup(writer, members, tree.attributes ?? {});
}

function writeArray(writer: Hdf5Writer, { shape, data }: Hdf5Leaf): number {
  const { buffer, byteOffset, byteLength } = data;
  const at = byteLength === 0 ? undefined : writer.reserve(byteLength);
  if (at !== undefined) writer.bytes(at, new Uint8Array(buffer, byteOffset, byteLength));
  return writeHeader(writer, [
    { type: 0x01, size: 8 + 8 * shape.length, write: (to) => writeDataspace(writer, to, shape) },
    { type: 0x03, size: 24, write: (to) => writeDatatype(writer, to, data instanceof Float32Array) },
    { type: 0x08, size: 24, write: (to) => writeLayout(writer, to, at, byteLength) },
  ]);
}

function writeDataspace(writer: Hdf5Writer, at: number, shape: readonly number[]): void {
  writer.u8(at, 1, shape.length);
  for (const [i, side] of shape.entries()) writer.u64(at + 8 + 8 * i, side);
}

/** IEEE 754 singles, or whole numbers of 32 bits in two's complement. */
function writeDatatype(writer: Hdf5Writer, at: number, isFloat: boolean): void {
  if (isFloat) {
    writer.u8(at, 0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23);
    writer.u32(at + 16, 127);
  } else {
    writer.u8(at, 0x10, 0x08, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0);
  }
}

function writeLayout(writer: Hdf5Writer, at: number, address: number | undefined, size: number): void {
  writer.u8(at, 3, 1);
  writer.u64(at + 2, address);
  writer.u64(at + 10, size);
}

function writeSuperblock(writer: Hdf5Writer, root: number): void {
  writer.u8(0, 0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 8, 8, 0);
  writer.u16(16, 4);
  writer.u16(18, 16);
  writer.u64(24, 0);
  writer.u64(32, undefined);
  writer.u64(40, writer.length);
  writer.u64(48, undefined);
  writer.u64(64, root);
}
