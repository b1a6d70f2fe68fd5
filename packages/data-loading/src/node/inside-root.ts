import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { DataError } from '@animals/core';
import { readError } from './read-error.ts';

/**
 * Gives the real place of a path below the root, links followed.
 *
 * @param realRoot the root with its own links followed
 * @param path relative, with `/` between folders
 * @throws DataError if it does not exist, cannot be reached, or a link in it leaves the root.
 */
export async function insideRoot(realRoot: string, path: string): Promise<string> {
  const place = await realpath(join(realRoot, ...path.split('/'))).catch((error) => {
    throw readError(path, error);
  });
  const way = relative(realRoot, place);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) {
    throw new DataError(path, 'is a link that leaves the root folder');
  }
  return place;
}
