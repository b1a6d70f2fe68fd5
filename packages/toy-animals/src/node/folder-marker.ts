import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What a written folder holds, kept beside it in a hidden file. */
export interface FolderMarker {
  /** False while folders are being put in place: a kill then leaves them to be written again. */
  readonly complete: boolean;
  /** Everything that decides the pictures. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Size in bytes of every picture, by its path relative to the root. */
  readonly files: Readonly<Record<string, number>>;
}

/** Path of the marker of one animal's pictures. */
export function markerPath(root: string, animal: string): string {
  return path.join(root, `.toy-animals-${animal}.json`);
}

/** Writes a marker. */
export async function writeMarker(root: string, animal: string, marker: FolderMarker): Promise<void> {
  await writeFile(markerPath(root, animal), `${JSON.stringify(marker)}\n`);
}

/** Reads a marker; one that is absent is undefined, one that is torn counts as incomplete. */
export async function readMarker(root: string, animal: string): Promise<FolderMarker | undefined> {
  const text = await readFile(markerPath(root, animal), 'utf8').catch(ignoreAbsent);
  if (text === undefined) return undefined;
  try {
    const { complete, settings, files } = JSON.parse(text) as FolderMarker;
    return { complete: complete === true, settings: settings ?? {}, files: files ?? {} };
  } catch {
    return { complete: false, settings: {}, files: {} };
  }
}

/** Whether the pictures in `folders` are the marker's: these names and sizes and no others. */
export async function isIntact(root: string, folders: readonly string[], marker: FolderMarker): Promise<boolean> {
  let found = 0;
  for (const folder of folders) {
    for (const name of (await readdir(path.join(root, folder)).catch(ignoreAbsent)) ?? []) {
      const { size } = await stat(path.join(root, folder, name));
      if (marker.files[`${folder}/${name}`] !== size) return false;
      found++;
    }
  }
  return found === Object.keys(marker.files).length;
}

function ignoreAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
