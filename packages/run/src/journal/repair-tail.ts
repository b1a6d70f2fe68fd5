import type { FileHandle } from 'node:fs/promises';
import { DataError } from '@animals/core';
import { writeAll } from '../files/write-all.ts';
import { decodeLine, looksTorn, MAX_LINE_BYTES, NEWLINE } from './journal-line.ts';

/**
 * Makes a journal end with a newline, and returns its size then.
 *
 * A last line that lacks only its newline gets one; a torn one is cut off, as its append never came back.
 * @throws DataError, with the file untouched, if its end cannot be the rest of a journal's line.
 */
export async function repairTail(handle: FileHandle, file: string): Promise<number> {
  const { size } = await handle.stat();
  const end = await readEnd(handle, size);
  const newline = end.lastIndexOf(NEWLINE);
  const tail = end.subarray(newline + 1);
  if (tail.length === 0) return size;
  if (isSound(tail, file)) {
    await writeAll(handle, Uint8Array.of(NEWLINE));
    return size + 1;
  }
  if (tail.length > MAX_LINE_BYTES || !looksTorn(tail)) {
    throw new DataError(file, 'its end is not that of a journal; it was left as it is');
  }
  await handle.truncate(size - tail.length);
  return size - tail.length;
}

async function readEnd(handle: FileHandle, size: number): Promise<Buffer> {
  const length = Math.min(size, MAX_LINE_BYTES + 1);
  const end = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(end, done, length - done, size - length + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return end.subarray(0, done);
}

function isSound(tail: Uint8Array, file: string): boolean {
  try {
    decodeLine(tail, file, 0);
    return true;
  } catch {
    return false;
  }
}
