import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { claimFolder } from '../node/claim-folder.ts';

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

/** Takes over what an interrupted download of a file has left beside it, or begins anew. */
export async function claimPartial(target: string): Promise<Partial> {
  const { folder, release, remove } = await claimFolder(target);
  const file = join(folder, 'bytes');
  const note = join(folder, 'origin.json');
  const length = async () => (await stat(file).catch(() => undefined))?.size ?? 0;
  let kept = await length();
  return {
    file,
    get kept() {
      return kept;
    },
    origin: async () => parseOrigin(await readFile(note, 'utf8').catch(() => '')),
    length,
    restart: async (origin = { url: '', validator: null, total: null }) => {
      kept = 0;
      await rm(file, { force: true });
      await writeFile(note, JSON.stringify(origin));
      await writeFile(file, '');
    },
    release,
    remove,
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
