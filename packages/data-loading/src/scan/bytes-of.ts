import { DataError } from '@animals/core';
import type { FileContent } from './scan-files.ts';

/** Gives the bytes of a file in memory. @throws DataError if they cannot be had, as when a file has changed on disk */
export async function bytesOf(path: string, content: FileContent): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content;
  try {
    return content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : await content();
  } catch (error) {
    if (DataError.isInstance(error)) throw error;
    throw new DataError(path, `cannot be read: ${(error as Error).message}`, { cause: error });
  }
}
