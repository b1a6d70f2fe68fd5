import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** A hidden folder beside the place of a result that is not finished yet; nobody else touches it until it is released. */
export interface ClaimedFolder {
  readonly folder: string;
  /** Leaves it for a later call to go on with. */
  release(): void;
  /** Removes it. */
  remove(): Promise<void>;
}

const HOST = hostname().replace(/[^A-Za-z0-9]/g, '') || 'host';
/** Folders of this thread that are being written. */
const active = new Set<string>();
let count = 0;

/**
 * Takes over what interrupted work on a result has left beside its place, or makes an empty folder.
 *
 * A folder is taken over by renaming it: of two processes one gets it, and the other makes its own. What belongs to a
 * living process is left alone.
 * @param place of the result; its parent folder has to exist
 */
export async function claimFolder(place: string): Promise<ClaimedFolder> {
  const mine = freshName(place);
  active.add(mine);
  if (!(await takeOver(place, mine))) await mkdir(mine);
  return {
    folder: mine,
    release: () => active.delete(mine),
    remove: async () => {
      active.delete(mine);
      await rm(mine, { recursive: true, force: true });
    },
  };
}

/** The name of an earlier process of the same number may be there still. */
function freshName(place: string): string {
  for (;;) {
    const name = `.${basename(place)}.${HOST}-${process.pid}-${threadId}-${++count}.part`;
    const folder = join(dirname(place), name);
    if (!existsSync(folder)) return folder;
  }
}

async function takeOver(place: string, mine: string): Promise<boolean> {
  const prefix = `.${basename(place)}.`;
  const names = (await readdir(dirname(place))).filter((name) => name.startsWith(prefix) && name.endsWith('.part'));
  let taken = false;
  for (const name of names.sort()) {
    const folder = join(dirname(place), name);
    if (active.has(folder) || !isAbandoned(name.slice(prefix.length))) continue;
    if (taken) await rm(folder, { recursive: true, force: true });
    else taken = await moved(folder, mine);
  }
  return taken;
}

/** False if another process was quicker. */
function moved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}

/** Whether its process, of this machine, has ended, or this thread has released it; of other machines nothing is known. */
function isAbandoned(owner: string): boolean {
  const [, host, pid, thread] = /^([A-Za-z0-9]+)-(\d+)-(\d+)-\d+\.part$/.exec(owner) ?? [];
  if (host !== HOST) return false;
  if (Number(pid) === process.pid) return Number(thread) === threadId;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
