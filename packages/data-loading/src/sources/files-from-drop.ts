import { DataError } from '@animals/core';
import { collectFiles } from './collect-files.ts';

/** How much a drop may hold. */
export interface DropOptions {
  /** Most files; 100,000 when left out: a whole disk is dropped more easily than meant. */
  readonly maxFiles?: number;
  readonly signal?: AbortSignal;
}

/** What is found below what was dropped. */
interface Walk {
  readonly found: [string, File][];
  readonly maxFiles: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Gives the files that were dropped on a page, those of dropped folders and of the folders in them too.
 *
 * To be called in the `drop` event's handler before anything is awaited, as the browser forgets the drop after that. One folder that
 * was dropped becomes the root; of several each is a folder of the root. Hidden files are left out. No file is read yet.
 * @param transfer the event's `dataTransfer`
 * @throws DataError if a folder cannot be read, there are too many files, or two of one path; the signal's reason.
 */
export async function filesFromDrop(
  { items }: Pick<DataTransfer, 'items'>,
  { maxFiles = 100_000, signal }: DropOptions = {},
): Promise<Map<string, File>> {
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const walk: Walk = { found: [], maxFiles, signal };
  for (const entry of entries) await visit(entry, walk);
  return collectFiles(walk.found);
}

async function visit(entry: FileSystemEntry, walk: Walk): Promise<void> {
  walk.signal?.throwIfAborted();
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isDirectory) {
    for (const child of await childrenOf(entry as FileSystemDirectoryEntry, path)) await visit(child, walk);
    return;
  }
  if (walk.found.length >= walk.maxFiles) throw new DataError(path, `is one more than ${walk.maxFiles} files`);
  const file = await new Promise<File>((resolve, reject) => {
    (entry as FileSystemFileEntry).file(resolve, (error) => reject(unreadable(path, error)));
  });
  walk.found.push([path, file]);
}

/** A browser gives a hundred or so at a time, and none when that was all. */
async function childrenOf(folder: FileSystemDirectoryEntry, path: string): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, (error) => reject(unreadable(path, error)));
    });
    if (batch.length === 0) return children;
    children.push(...batch);
  }
}

function unreadable(path: string, error: DOMException): DataError {
  return new DataError(path, `cannot be read: ${error.message}`, { cause: error });
}
