import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '@animals/core';
import type { Picture } from '../picture.ts';

/** Endings of pictures' names. What cannot be decoded after all is a bad file. */
const PICTURE = /\.(jpe?g|jpe|png|gif|webp|bmp|tiff?|avif|heic)$/i;

/** No sound picture of a sane number of pixels is larger. */
const MAX_BYTES = 2 ** 29;

/**
 * Finds the picture at a path, or those below a folder, by code points of their paths; nothing is read yet.
 *
 * A file that is named is taken whatever its ending.
 * @throws DataError if there is nothing at the path, or no picture in the folder.
 */
export async function findPictures(place: string): Promise<Picture[]> {
  const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
    throw new DataError(place, reasonOf(error), { cause: error });
  });
  if (!found.isDirectory()) return [pictureAt(place)];
  const files = await filesBelow(place);
  const pictures = files.filter((file) => PICTURE.test(file)).sort();
  if (pictures.length === 0) throw new DataError(place, 'holds no picture');
  return pictures.map(pictureAt);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new DataError(folder, reasonOf(error), { cause: error });
  });
  const visible = entries.filter(({ name }) => !name.startsWith('.') && name !== '__MACOSX');
  const lists = visible.map((entry): string[] | Promise<string[]> => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(file);
    return entry.isFile() ? [file] : [];
  });
  return (await Promise.all(lists)).flat();
}

function pictureAt(file: string): Picture {
  return { id: file, bytes: () => readPicture(file) };
}

async function readPicture(file: string): Promise<Uint8Array> {
  try {
    // Before opening, as that would wait for the other end of a pipe.
    const found = await stat(file);
    if (!found.isFile()) throw new DataError(file, 'is not a plain file');
    if (found.size > MAX_BYTES)
      throw new DataError(file, `is ${found.size} bytes large, above the cap of ${MAX_BYTES}`);
    return await readFile(file);
  } catch (error) {
    if (DataError.isInstance(error)) throw error;
    throw new DataError(file, reasonOf(error as NodeJS.ErrnoException), { cause: error });
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'does not exist';
  return code === 'EACCES' || code === 'EPERM'
    ? 'cannot be read: permission denied'
    : `cannot be read: ${code ?? message}`;
}
