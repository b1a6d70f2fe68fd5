import { DataError } from '@animals/core';
import type { ReadRecord } from '../load/load-options.ts';
import { bytesOf } from './bytes-of.ts';
import type { FilesByPath } from './scan-files.ts';

/** Makes a `read` for `loadImages` of the files that a manifest was scanned from. */
export function readFrom(files: FilesByPath): ReadRecord {
  return async ({ path }) => {
    const content = files.get(path);
    if (content === undefined) throw new DataError(path, 'is not among the files');
    return bytesOf(path, content);
  };
}
