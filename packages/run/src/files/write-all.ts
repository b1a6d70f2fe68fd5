import type { FileHandle } from 'node:fs/promises';

/** One system call takes less than 2 GiB. */
const MOST_AT_ONCE = 2 ** 30;

/** Writes every byte at the file's current position: a system call may take fewer than it was given. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const length = Math.min(bytes.length - done, MOST_AT_ONCE);
    const { bytesWritten } = await handle.write(bytes, done, length, null);
    done += bytesWritten;
  }
}
