import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
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
 * Links to files inside the root are followed. What is no file, such as a linked folder (it could hold itself), is
 * listed, and says so when it is read.
 * @throws DataError if a folder does not exist, is no folder or cannot be read.
 */
export async function listFiles(realRoot: string, folder: string): Promise<ListedFile[]> {
  const place = await insideRoot(realRoot, folder);
  const entries = await readdir(place, { withFileTypes: true }).catch((error) => {
    throw readError(folder, error);
  });
  const visible = entries.filter(({ name }) => !isHidden(name));
  const lists = visible.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(realRoot, path);
    return [{ path, read: () => readFileInside(realRoot, path) }];
  });
  return (await Promise.all(lists)).flat();
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
