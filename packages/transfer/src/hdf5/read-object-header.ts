import { Cursor, damaged, type FileShape } from './cursor.ts';

/** One message of an object header. */
export interface Message {
  readonly type: number;
  readonly body: Cursor;
}

const CONTINUATION = 0x10;
/** More than any object of a weights file has: a guard against headers that go round in circles. */
const MOST_BLOCKS = 10_000;

/** How the messages of a header are laid out. */
interface Layout {
  readonly isNew: boolean;
  readonly hasOrder: boolean;
}

interface Block extends Layout {
  readonly cursor: Cursor;
}

/**
 * Reads the messages of an object: what it is, its attributes, its links or its data.
 *
 * @throws DataError if the header is damaged.
 * @see HDF5 File Format Specification 3.0, IV.A
 */
export function readObjectHeader(file: FileShape, address: number): Message[] {
  const blocks = [firstBlock(file, address)];
  const messages: Message[] = [];
  for (let i = 0; i < blocks.length; i++) {
    if (i > MOST_BLOCKS) throw damaged(file, 'has an object header without an end');
    const block = blocks[i] as Block;
    for (const message of messagesOf(block)) {
      if (message.type === CONTINUATION) blocks.push(continued(file, message.body, block));
      else messages.push(message);
    }
  }
  return messages;
}

function firstBlock(file: FileShape, address: number): Block {
  const cursor = new Cursor(file, address);
  if (cursor.file.bytes[address] !== 0x4f) return oldBlock(cursor);
  cursor.expect('OHDR');
  if (cursor.u8() !== 2) throw damaged(file, 'has an object header of an unknown version');
  const flags = cursor.u8();
  if (flags & 0x20) cursor.skip(16);
  if (flags & 0x10) cursor.skip(4);
  const size = cursor.unsigned(2 ** (flags & 3));
  return { cursor: cursor.part(size), isNew: true, hasOrder: (flags & 4) !== 0 };
}

function oldBlock(cursor: Cursor): Block {
  if (cursor.u8() !== 1) throw damaged(cursor.file, 'has an object header of an unknown version');
  cursor.skip(7);
  const size = cursor.u32();
  cursor.skip(4);
  return { cursor: cursor.part(size), isNew: false, hasOrder: false };
}

function continued(file: FileShape, body: Cursor, { isNew, hasOrder }: Layout): Block {
  const address = body.address();
  const size = body.length();
  if (address === undefined) throw damaged(file, 'has an object header that ends in nothing');
  const cursor = new Cursor(file, address, address + size);
  if (!isNew) return { cursor, isNew, hasOrder };
  cursor.expect('OCHK');
  return { cursor: cursor.part(cursor.left - 4), isNew, hasOrder };
}

function* messagesOf({ cursor, isNew, hasOrder }: Block): Generator<Message> {
  const head = isNew ? (hasOrder ? 6 : 4) : 8;
  while (cursor.left >= head) {
    const type = isNew ? cursor.u8() : cursor.u16();
    const size = cursor.u16();
    const flags = cursor.u8();
    cursor.skip(isNew ? (hasOrder ? 2 : 0) : 3);
    const body = cursor.part(size);
    // A message that is kept elsewhere and shared: committed datatypes, which weights files do not have.
    if ((flags & 2) === 0) yield { type, body };
  }
}
