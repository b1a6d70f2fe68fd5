import { readFile } from 'node:fs/promises';

/** What is known of a process of this machine. */
export interface ProcessState {
  readonly alive: boolean;
  /** When it started, in a unit of the system's own; null where the system does not tell. */
  readonly started: string | null;
}

/**
 * Looks a process up by its number.
 *
 * On Linux a killed process that nobody has collected yet counts as dead, and `started` tells a process from a later
 * one of the same number.
 */
export async function processState(pid: number): Promise<ProcessState> {
  const alive = answers(pid);
  if (!alive || process.platform !== 'linux') return { alive, started: null };
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The command's name is in parentheses and may hold anything; the state follows, the start is 19 fields on.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { alive: fields[0] !== 'Z' && fields[0] !== 'X', started: fields[19] ?? null };
  } catch {
    return { alive: answers(pid), started: null };
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
