import { DataError } from '@animals/core';
import { Cursor, damaged, type FileShape } from './cursor.ts';
import type { Message } from './read-object-header.ts';

/** A member of a group: its name and where its header is. */
export interface Link {
  readonly name: string;
  readonly address: number;
}

const LINK_INFO = 0x02;
const LINK = 0x06;
const SYMBOL_TABLE = 0x11;
const HARD = 0;

const utf8 = new TextDecoder();

/**
 * Lists the members of a group, in the file's order; undefined if the object is no group.
 *
 * @throws DataError if it is damaged, or keeps its members in the dense form that only `libver='latest'` writes.
 */
export function readLinks(file: FileShape, messages: readonly Message[]): Link[] | undefined {
  const table = messages.find(({ type }) => type === SYMBOL_TABLE);
  if (table) return readSymbolTable(file, table.body);
  const info = messages.find(({ type }) => type === LINK_INFO);
  const links = messages.filter(({ type }) => type === LINK).flatMap(({ body }) => readLink(body));
  if (!info) return links.length > 0 ? links : undefined;
  if (isDense(info.body)) {
    throw new DataError(
      file.path,
      "keeps large groups in HDF5's dense form, which is not read here; write it with h5py's default libver",
    );
  }
  return links;
}

function isDense(body: Cursor): boolean {
  body.skip(1);
  const flags = body.u8();
  if (flags & 1) body.skip(8);
  return body.address() !== undefined;
}

/** A link to an object of this file; other kinds are passed over. @see HDF5 File Format Specification 3.0, IV.A.2.g */
function readLink(body: Cursor): Link[] {
  body.skip(1);
  const flags = body.u8();
  const type = flags & 8 ? body.u8() : HARD;
  if (flags & 4) body.skip(8);
  if (flags & 16) body.skip(1);
  const name = utf8.decode(body.take(body.unsigned(2 ** (flags & 3))));
  const address = type === HARD ? body.address() : undefined;
  return address === undefined ? [] : [{ name, address }];
}

/** @see HDF5 File Format Specification 3.0, III.A.1, III.B and III.D */
function readSymbolTable(file: FileShape, body: Cursor): Link[] {
  const [tree, heap] = [body.address(), body.address()];
  if (tree === undefined || heap === undefined) throw damaged(file, 'has a group without members or names');
  const names = readNames(file, heap);
  const links: Link[] = [];
  for (const node of leaves(file, tree, new Set())) links.push(...readNode(file, node, names));
  return links;
}

function readNames(file: FileShape, address: number): (offset: number) => string {
  const head = new Cursor(file, address);
  head.expect('HEAP');
  head.skip(4);
  const size = head.length();
  head.length();
  const data = head.address();
  if (data === undefined) throw damaged(file, 'has a group without names');
  const names = new Cursor(file, data, data + size).take(size);
  return (offset) => {
    const end = names.indexOf(0, offset);
    if (offset >= size || end === -1) throw damaged(file, 'refers to a name that is not there');
    return utf8.decode(names.subarray(offset, end));
  };
}

/** Addresses of a tree's symbol nodes, from left to right; no node is entered twice. */
function* leaves(file: FileShape, address: number, seen: Set<number>): Generator<number> {
  if (seen.has(address)) throw damaged(file, 'has a group whose tree goes round in circles');
  seen.add(address);
  const cursor = new Cursor(file, address);
  cursor.expect('TREE');
  const [kind, level] = [cursor.u8(), cursor.u8()];
  if (kind !== 0) throw damaged(file, 'has a group whose tree is none');
  const count = cursor.u16();
  cursor.skip(2 * file.offsetSize);
  for (let i = 0; i < count; i++) {
    cursor.skip(file.lengthSize);
    const child = cursor.address();
    if (child === undefined) throw damaged(file, 'has a group with a missing branch');
    if (level === 0) yield child;
    else yield* leaves(file, child, seen);
  }
}

function readNode(file: FileShape, address: number, nameAt: (offset: number) => string): Link[] {
  const cursor = new Cursor(file, address);
  cursor.expect('SNOD');
  cursor.skip(2);
  const count = cursor.u16();
  return Array.from({ length: count }, () => {
    const name = nameAt(cursor.unsigned(file.offsetSize));
    const header = cursor.address();
    cursor.skip(24);
    if (header === undefined) throw damaged(file, `has a member ${name} that is nowhere`);
    return { name, address: header };
  });
}
