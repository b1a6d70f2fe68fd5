import { DataError } from '@animals/core';
import { plainBytes } from '../formats/plain-bytes.ts';
import { Cursor, damaged, type FileShape } from './cursor.ts';
import { readAttribute } from './read-attribute.ts';
import { readChunks } from './read-chunks.ts';
import { readDataspace } from './read-dataspace.ts';
import { type Datatype, readDatatype } from './read-datatype.ts';
import { type Layout, readLayout } from './read-layout.ts';
import { readLinks } from './read-links.ts';
import { type Message, readObjectHeader } from './read-object-header.ts';
import { readSuperblock } from './read-superblock.ts';
import { readValues } from './read-values.ts';
import { readFilters } from './undo-filters.ts';

/** A folder of an HDF5 file. */
export interface Hdf5Group {
  readonly kind: 'group';
  /** Attributes that are texts, each a list of one or more. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** Names of the members, in the file's order. */
  readonly names: readonly string[];
  /** A member, read now; undefined if there is none of that name. @throws DataError if it is damaged. */
  open(name: string): Hdf5Group | Hdf5Dataset | undefined;
}

/** An array of an HDF5 file. */
export interface Hdf5Dataset {
  readonly kind: 'dataset';
  readonly shape: readonly number[];
  /** Its values, row-major. @throws DataError if they are damaged or no numbers. */
  read(): Promise<Float32Array | Int32Array>;
}

const DATASPACE = 0x01;
const DATATYPE = 0x03;
const LAYOUT = 0x08;
const FILTERS = 0x0b;
const ATTRIBUTE = 0x0c;

/** How many times larger than the file a compressed dataset may be: a guard against bombs. */
const MOST_EXPANSION = 1032;

/**
 * Opens an HDF5 file that is in memory, and gives its root group; nothing but what is asked for is read.
 *
 * Knows what h5py and Keras write: groups of the old form and small ones of the new, arrays in one piece or in chunks,
 * gzip and shuffle, texts as attributes.
 * @param path names the file in errors.
 * @throws DataError if it is no HDF5 file, or a part that is asked for is damaged or of a form that is not known.
 * @see HDF5 File Format Specification 3.0
 */
export function openHdf5(bytes: Uint8Array, path: string): Hdf5Group {
  const { file, root } = readSuperblock(plainBytes(bytes), path);
  const group = openObject(file, root);
  if (group.kind !== 'group') throw damaged(file, 'has no root group');
  return group;
}

function openObject(file: FileShape, address: number): Hdf5Group | Hdf5Dataset {
  const messages = readObjectHeader(file, address);
  const layout = messages.find(({ type }) => type === LAYOUT);
  if (layout) return openDataset(file, messages, readLayout(layout.body));
  const links = new Map((readLinks(file, messages) ?? []).map(({ name, address: at }) => [name, at]));
  const attributes = messages.filter(({ type }) => type === ATTRIBUTE).map(({ body }) => readAttribute(body));
  return {
    kind: 'group',
    attributes: new Map(attributes.map(({ name, texts }) => [name, texts])),
    names: [...links.keys()],
    open(name) {
      const at = links.get(name);
      return at === undefined ? undefined : openObject(file, at);
    },
  };
}

function openDataset(file: FileShape, messages: readonly Message[], layout: Layout): Hdf5Dataset {
  const bodyOf = (wanted: number) => messages.find(({ type }) => type === wanted)?.body;
  const [space, type, filters] = [bodyOf(DATASPACE), bodyOf(DATATYPE), bodyOf(FILTERS)];
  if (!space || !type) throw damaged(file, 'has a dataset without a shape or a type');
  const shape = readDataspace(space);
  const datatype = readDatatype(type);
  const applied = filters ? readFilters(filters) : [];
  checkSize(file, shape, datatype, layout);
  const stored = async () => {
    if (layout.kind === 'inline') return layout.bytes;
    if (layout.kind === 'contiguous') return contiguous(file, layout.address, bytesOf(shape, datatype));
    if (layout.tree === undefined) return new Uint8Array(bytesOf(shape, datatype));
    return readChunks(file, { tree: layout.tree, shape, chunk: layout.chunk, size: datatype.size, filters: applied });
  };
  return {
    kind: 'dataset',
    shape,
    read: async () => checked(readValues(await stored(), datatype, file.path), shape, file),
  };
}

/** An address of nothing is an array that was made and never written. */
function contiguous(file: FileShape, address: number | undefined, size: number): Uint8Array {
  return address === undefined ? new Uint8Array(size) : new Cursor(file, address, address + size).take(size);
}

function bytesOf(shape: readonly number[], { size }: Datatype): number {
  return shape.reduce((a, b) => a * b, size);
}

/** Nothing is allocated that the file cannot hold. */
function checkSize(file: FileShape, shape: readonly number[], datatype: Datatype, layout: Layout): void {
  const limit = file.bytes.length * (layout.kind === 'chunked' ? MOST_EXPANSION : 1);
  if (bytesOf(shape, datatype) <= limit) return;
  throw new DataError(
    file.path,
    `is a damaged HDF5 file: an array of shape [${shape}] is larger than the file can hold`,
  );
}

function checked<T extends ArrayLike<number>>(values: T, shape: readonly number[], file: FileShape): T {
  if (values.length === shape.reduce((a, b) => a * b, 1)) return values;
  throw damaged(file, `has an array of shape [${shape}] with ${values.length} values`);
}
