import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DataError } from '@animals/core';
import { isHidden } from '../scan/is-hidden.ts';
import { insideRoot } from './inside-root.ts';
import { readError } from './read-error.ts';
import { readFileInside } from './read-file-inside.ts';

/** A file's path relative to the root, and how to get at its bytes. */
export interface ListedFile {
  readonly path: string;
  readonly read: () => Promise<Uint8Array>;
}

/**
 * Lists the files of a folder below the root and of its sub-folders, hidden ones left out.
 *
 * Links to files inside the root are followed. What is no file, such as a linked folder (it could hold itself) or a folder
 * that cannot be read, is listed, and says so when it is read.
 */
export async function listFiles(realRoot: string, folder: string): Promise<ListedFile[]> {
  const entries = await readFolder(realRoot, folder).catch((error): string => readError(folder, error).reason);
  if (typeof entries === 'string')
    return [{ path: folder, read: () => Promise.reject(new DataError(folder, entries)) }];
  const visible = entries.filter(({ name }) => !isHidden(name));
  const lists = visible.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(realRoot, path);
    return [{ path, read: () => readFileInside(realRoot, path) }];
  });
  return (await Promise.all(lists)).flat();
}

async function readFolder(realRoot: string, folder: string): Promise<Dirent[]> {
  return readdir(await insideRoot(realRoot, folder), { withFileTypes: true });
}

/** Names of a folder's visible sub-folders, links to folders among them. */
export async function listFolders(realRoot: string): Promise<string[]> {
  const entries = await readdir(realRoot, { withFileTypes: true });
  const isFolder = entries.map(async (entry) => {
    if (isHidden(entry.name) || entry.isFile()) return false;
    if (!entry.isSymbolicLink()) return entry.isDirectory();
    return stat(join(realRoot, entry.name)).then(
      (target) => target.isDirectory(),
      () => false,
    );
  });
  const flags = await Promise.all(isFolder);
  return entries.filter((_, i) => flags[i]).map(({ name }) => name);
}
