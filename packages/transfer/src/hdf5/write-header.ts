import type { Hdf5Writer } from './hdf5-writer.ts';

/** A message of an object header that is to be written. */
export interface MessageToWrite {
  readonly type: number;
  readonly size: number;
  /** Writes the body at an address, over zeros. */
  readonly write: (at: number) => void;
}

const PREFIX = 16;
const MESSAGE_PREFIX = 8;

/** Writes an object header of version 1 and gives its address. @see HDF5 File Format Specification 3.0, IV.A.1.a */
export function writeHeader(writer: Hdf5Writer, messages: readonly MessageToWrite[]): number {
  const padded = (size: number) => Math.ceil(size / 8) * 8;
  const size = messages.reduce((sum, message) => sum + MESSAGE_PREFIX + padded(message.size), 0);
  const address = writer.reserve(PREFIX + size);
  writer.u8(address, 1);
  writer.u16(address + 2, messages.length);
  writer.u32(address + 4, 1);
  writer.u32(address + 8, size);
  let at = address + PREFIX;
  for (const message of messages) {
    writer.u16(at, message.type);
    writer.u16(at + 2, padded(message.size));
    message.write(at + MESSAGE_PREFIX);
    at += MESSAGE_PREFIX + padded(message.size);
  }
  return address;
}
