import type { Hdf5Writer } from './hdf5-writer.ts';
import { writeHeader } from './write-header.ts';

/** A member of a group that was written. */
export interface WrittenMember {
  readonly name: string;
  readonly address: number;
}

/** What the superblock promises: half of the members of a symbol node, and of the children of a tree's node. */
const LEAF_K = 4;
const TREE_K = 16;
const ENTRY = 40;

/** A node of the tree, with the place of the last name below it. */
interface Node {
  readonly address: number;
  readonly last: number;
}

/** Writes a group of the old form, and gives the address of its header. @see HDF5 File Format Specification 3.0, III.A and III.D */
export function writeGroup(
  writer: Hdf5Writer,
  members: readonly WrittenMember[],
  attributes: Readonly<Record<string, string>>,
): number {
  const sorted = [...members].sort((a, b) => (a.name < b.name ? -1 : 1));
  const heap = writeNames(
    writer,
    sorted.map(({ name }) => name),
  );
  const tree = writeTree(writer, sorted, heap.places);
  return writeHeader(writer, [
    {
      type: 0x11,
      size: 16,
      write(at) {
        writer.u64(at, tree);
        writer.u64(at + 8, heap.address);
      },
    },
    ...Object.entries(attributes).map(([name, value]) => attribute(writer, name, value)),
  ]);
}

/** A heap of names, the empty one first, each ended by a zero. */
function writeNames(writer: Hdf5Writer, names: readonly string[]): { address: number; places: number[] } {
  const encoded = names.map((name) => new TextEncoder().encode(name));
  let size = 8;
  const places = encoded.map(({ length }) => {
    const place = size;
    size += Math.ceil((length + 1) / 8) * 8;
    return place;
  });
  const address = writer.reserve(32);
  const data = writer.reserve(size);
  for (const [i, bytes] of encoded.entries()) writer.bytes(data + (places[i] as number), bytes);
  writer.text(address, 'HEAP');
  writer.u64(address + 8, size);
  // Where the free list begins: 1 means that there is none.
  writer.u64(address + 16, 1);
  writer.u64(address + 24, data);
  return { address, places };
}

function writeTree(writer: Hdf5Writer, members: readonly WrittenMember[], places: readonly number[]): number {
  const entries = members.map(({ address }, i) => ({ address, place: places[i] as number }));
  let nodes = chunks(entries, 2 * LEAF_K).map((part) => writeSymbols(writer, part));
  let level = 0;
  do {
    nodes = chunks(nodes, 2 * TREE_K).map((part) => writeBranch(writer, part, level));
    level++;
  } while (nodes.length > 1);
  return nodes[0]?.address ?? writeBranch(writer, [], 0).address;
}

function writeSymbols(writer: Hdf5Writer, entries: readonly { address: number; place: number }[]): Node {
  const address = writer.reserve(8 + 2 * LEAF_K * ENTRY);
  writer.text(address, 'SNOD');
  writer.u8(address + 4, 1);
  writer.u16(address + 6, entries.length);
  for (const [i, entry] of entries.entries()) {
    writer.u64(address + 8 + i * ENTRY, entry.place);
    writer.u64(address + 16 + i * ENTRY, entry.address);
  }
  return { address, last: entries.at(-1)?.place ?? 0 };
}

function writeBranch(writer: Hdf5Writer, children: readonly Node[], level: number): Node {
  const address = writer.reserve(24 + 8 * (4 * TREE_K + 1));
  writer.text(address, 'TREE');
  writer.u8(address + 4, 0, level);
  writer.u16(address + 6, children.length);
  writer.u64(address + 8, undefined);
  writer.u64(address + 16, undefined);
  for (const [i, child] of children.entries()) {
    writer.u64(address + 32 + 16 * i, child.address);
    writer.u64(address + 40 + 16 * i, child.last);
  }
  return { address, last: children.at(-1)?.last ?? 0 };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** One text of fixed length, in UTF-8. @see HDF5 File Format Specification 3.0, IV.A.2.m, version 1 */
function attribute(writer: Hdf5Writer, name: string, value: string) {
  const [key, text] = [name, value].map((part) => new TextEncoder().encode(`${part}\0`)) as [Uint8Array, Uint8Array];
  const nameRoom = Math.ceil(key.length / 8) * 8;
  return {
    type: 0x0c,
    size: 8 + nameRoom + 8 + 8 + text.length,
    write(at: number) {
      writer.u8(at, 1);
      writer.u16(at + 2, key.length);
      writer.u16(at + 4, 8);
      writer.u16(at + 6, 8);
      writer.bytes(at + 8, key);
      const type = at + 8 + nameRoom;
      writer.u8(type, 0x13, 0x10);
      writer.u32(type + 4, text.length);
      writer.u8(type + 8, 1, 0);
      writer.bytes(type + 16, text);
    },
  };
}
