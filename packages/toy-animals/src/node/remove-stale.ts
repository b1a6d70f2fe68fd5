import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

/** Prefix of the hidden folder in which a process writes; its process id follows. */
export const PARTIAL = '.toy-animals-partial-';

/** Removes what killed processes left behind in `root`. */
export async function removeStale(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const pid = name.startsWith(PARTIAL) ? Number.parseInt(name.slice(PARTIAL.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) await rm(path.join(root, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
