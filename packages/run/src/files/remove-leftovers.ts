import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { isLeftover } from './temp-name.ts';

/**
 * Removes the temporary files that killed processes of this machine left in a folder (not in the folders below it).
 *
 * @returns the names that it removed.
 */
export async function removeLeftovers(folder: string): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await readdir(folder)) {
    if (!(await isLeftover(name))) continue;
    await rm(path.join(folder, name), { force: true });
    removed.push(name);
  }
  return removed;
}
