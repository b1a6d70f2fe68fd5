import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { explainIoError, systemCode } from './explain-io-error.ts';
import { syncFolder } from './sync-folder.ts';
import { tempName } from './temp-name.ts';
import { writeAll } from './write-all.ts';

/**
 * Writes a file so that it holds either all of the old bytes or all of the new ones, whatever happens in between.
 *
 * The bytes go to a temporary file in the same folder, to the disk, and then take the file's name in one step, which is
 * made durable too. On failure (a full disk, say) the old file is as it was and the temporary one is gone; a kill
 * leaves the temporary one behind, which `removeLeftovers` finds. A symbolic link is replaced, not followed.
 * The folder has to exist.
 * @throws DataError that names the file if it cannot be written.
 */
// npm's write-file-atomic does as much, but its current versions need Node 22.
export async function writeFileAtomic(file: string, data: string | Uint8Array): Promise<void> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  try {
    await replace(file, bytes);
    await syncFolder(path.dirname(file));
  } catch (error) {
    throw explainIoError(file, error);
  }
}

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const { temp, handle } = await openTemp(file);
  try {
    try {
      await writeAll(handle, bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temp, file);
  } catch (error) {
    await rm(temp, { force: true });
    throw error;
  }
}

async function openTemp(file: string): Promise<{ temp: string; handle: FileHandle }> {
  for (;;) {
    const temp = tempName(file);
    try {
      return { temp, handle: await open(temp, 'wx') };
    } catch (error) {
      // The name may be that of an earlier process of the same number: the next one is another.
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}
