import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { DataError } from '@animals/core';
import { systemCode } from '../files/explain-io-error.ts';
import { processState } from '../files/process-state.ts';

/** A lock that tells no holder yet belongs to a process that is writing it, for this long. */
const UNREADABLE_IS_STALE_AFTER_MS = 5000;
const MOST_ATTEMPTS = 100;
const WAIT_MS = 10;

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** See `ProcessState.started`. */
  readonly started: string | null;
}

/**
 * Makes a lock file that no other process can make at the same time, and returns the function that removes it.
 *
 * A lock whose process of this machine is dead is taken over. Locks of other machines are never: nothing can be known
 * of their processes.
 * @throws DataError that names the lock and its holder if a living process has it.
 */
export async function lockFile(lock: string): Promise<() => Promise<void>> {
  const mine = await describeSelf();
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (await create(lock, mine)) return () => rm(lock, { force: true });
    const found = await readLock(lock);
    if (found === undefined) continue;
    if (await isHeld(found, lock)) throw new DataError(lock, describeHolder(found));
    await removeStale(lock, found);
  }
  throw new DataError(lock, 'other processes keep making and removing this lock; try again');
}

async function describeSelf(): Promise<string> {
  const { started } = await processState(process.pid);
  const holder: Holder = { pid: process.pid, host: hostname(), started };
  return JSON.stringify(holder);
}

async function create(lock: string, text: string): Promise<boolean> {
  try {
    const handle = await open(lock, 'wx');
    try {
      await handle.writeFile(text);
    } catch (error) {
      await rm(lock, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readLock(lock: string): Promise<string | undefined> {
  try {
    return await readFile(lock, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function isHeld(text: string, lock: string): Promise<boolean> {
  const holder = parseHolder(text);
  if (holder === undefined) return (await ageInMs(lock)) < UNREADABLE_IS_STALE_AFTER_MS;
  if (holder.host !== hostname()) return true;
  const { alive, started } = await processState(holder.pid);
  const another = started !== null && holder.started !== null && started !== holder.started;
  return alive && !another;
}

async function ageInMs(lock: string): Promise<number> {
  try {
    return Date.now() - (await stat(lock)).mtimeMs;
  } catch {
    return 0;
  }
}

/**
 * Removes a stale lock, and nothing else: between reading and removing it, another process may have put its own there.
 *
 * Hence only the holder of a second lock removes, after it has looked again. That one may be stale in turn, and is
 * removed in the same way.
 */
async function removeStale(lock: string, stale: string): Promise<void> {
  let unlock: () => Promise<void>;
  try {
    unlock = await lockFile(`${lock}.takeover`);
  } catch (error) {
    if (!DataError.isInstance(error)) throw error;
    await setTimeout(WAIT_MS);
    return;
  }
  try {
    if ((await readLock(lock)) === stale) await rm(lock, { force: true });
  } finally {
    await unlock();
  }
}

function describeHolder(text: string): string {
  const holder = parseHolder(text);
  const who = holder === undefined ? 'a process that has just started' : `process ${holder.pid} on ${holder.host}`;
  return `is held by ${who}; wait for it, stop it, or remove this lock if that process is gone`;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, host, started } = JSON.parse(text) as Partial<Holder>;
    if (!Number.isSafeInteger(pid) || (pid as number) < 1 || typeof host !== 'string') return undefined;
    return { pid: pid as number, host, started: typeof started === 'string' ? started : null };
  } catch {
    return undefined;
  }
}
