import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Where the bytes of an unfinished download came from, so that only the same content is added to them. */
export interface PartialOrigin {
  readonly url: string;
  /** A strong ETag or a Last-Modified of the server, or null if it gave none. */
  readonly validator: string | null;
  /** Size of the whole, or null if the server did not tell. */
  readonly total: number | null;
}

/** The unfinished download of one file; nobody else writes to it until it is released. */
export interface Partial {
  /** Holds the bytes so far. */
  readonly file: string;
  origin(): Promise<PartialOrigin | undefined>;
  length(): Promise<number>;
  /** Bytes of an earlier call that are still in use. */
  readonly kept: number;
  /** Empties it and notes where what comes next is from. */
  restart(origin?: PartialOrigin): Promise<void>;
  /** Leaves it for a later call to go on with. */
  release(): void;
  /** Removes it. */
  remove(): Promise<void>;
}

const HOST = hostname().replace(/[^A-Za-z0-9]/g, '') || 'host';
/** Folders of this process that are being written. */
const active = new Set<string>();
let count = 0;

/**
 * Takes over what an interrupted download of a file has left beside it, or begins anew.
 *
 * Bytes and origin lie in one hidden folder, which is claimed by renaming it: of two processes one gets it, and the
 * other begins its own. What belongs to a living process is left alone.
 */
export async function claimPartial(file: string): Promise<Partial> {
  const mine = join(dirname(file), `.${basename(file)}.${HOST}-${process.pid}-${++count}.part`);
  active.add(mine);
  if (!(await takeOver(file, mine))) await mkdir(mine);
  const kept = (await stat(join(mine, 'bytes')).catch(() => undefined))?.size ?? 0;
  return openPartial(mine, kept);
}

async function takeOver(file: string, mine: string): Promise<boolean> {
  const prefix = `.${basename(file)}.`;
  const names = (await readdir(dirname(file))).filter((name) => name.startsWith(prefix) && name.endsWith('.part'));
  let taken = false;
  for (const name of names.sort()) {
    const folder = join(dirname(file), name);
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

/** Whether its process, of this machine, has ended; of other machines nothing is known. */
function isAbandoned(owner: string): boolean {
  const [, host, pid] = /^([A-Za-z0-9]+)-(\d+)-\d+\.part$/.exec(owner) ?? [];
  if (host !== HOST) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function openPartial(folder: string, found: number): Partial {
  let kept = found;
  const file = join(folder, 'bytes');
  const note = join(folder, 'origin.json');
  return {
    file,
    get kept() {
      return kept;
    },
    origin: async () => parseOrigin(await readFile(note, 'utf8').catch(() => '')),
    length: async () => (await stat(file).catch(() => undefined))?.size ?? 0,
    restart: async (origin = { url: '', validator: null, total: null }) => {
      kept = 0;
      await rm(file, { force: true });
      await writeFile(note, JSON.stringify(origin));
      await writeFile(file, '');
    },
    release: () => active.delete(folder),
    remove: async () => {
      active.delete(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a kill left half written counts as nothing. */
function parseOrigin(text: string): PartialOrigin | undefined {
  try {
    const { url, validator, total } = JSON.parse(text);
    const sound = typeof url === 'string' && (validator === null || typeof validator === 'string');
    return sound && (total === null || Number.isSafeInteger(total)) ? { url, validator, total } : undefined;
  } catch {
    return undefined;
  }
}
