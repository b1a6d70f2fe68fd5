import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { ArgumentError } from '@animals/core';
import { explainIoError } from '../files/explain-io-error.ts';
import { readSlotFile, type Saved, writeSlotFile } from './slot-file.ts';

/** A place for the latest state of a long computation. One process at a time. */
export interface Slot {
  readonly name: string;
  /** The bytes of the last save that was finished, or null if there is none. */
  load(): Promise<Uint8Array | null>;
  /**
   * Replaces what is kept; the bytes must not change until it has come back.
   *
   * Whatever interrupts it (a kill, a power cut, a full disk), the bytes of the save before can still be loaded.
   * @throws DataError that names the file if it cannot be written.
   */
  save(bytes: Uint8Array): Promise<void>;
  /** Forgets everything. */
  clear(): Promise<void>;
}

/**
 * Makes a slot that keeps its bytes in two files, `<name>.a` and `<name>.b`, which are written in turn.
 *
 * Each holds a hash of its bytes: a torn or altered one is not loaded, the one before is. Nothing is read or written
 * before the first call; the folder is made by the first save.
 * @throws ArgumentError if the name is not made of letters, digits, `_`, `-` and `.`.
 */
export function createSlot(folder: string, name: string): Slot {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}$/.test(name)) {
    const rule = 'name must be 1 to 200 letters, digits, "_", "-" or ".", and not begin with "-" or "."';
    throw new ArgumentError('name', `${rule}, got ${JSON.stringify(name)}`);
  }
  const files = [path.join(folder, `${name}.a`), path.join(folder, `${name}.b`)] as const;
  let latest: Latest | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const load = async () => {
    const { saved, index } = await findLatest(files);
    latest = { index, generation: saved?.generation ?? 0 };
    return saved?.bytes ?? null;
  };
  const save = async (bytes: Uint8Array) => {
    await makeFolder(folder);
    if (latest === undefined) await load();
    const { index, generation } = latest!;
    const next: Latest = { index: index === 0 ? 1 : 0, generation: generation + 1 };
    await writeSlotFile(files[next.index], { generation: next.generation, bytes });
    latest = next;
  };
  const clear = async () => {
    const { index } = latest ?? (await findLatest(files));
    // The older one first: a kill in between must not bring it back.
    await rm(files[index === 0 ? 1 : 0], { force: true });
    await rm(files[index], { force: true });
    latest = undefined;
  };

  return {
    name,
    load: () => inTurn(load),
    save: (bytes) => inTurn(() => save(bytes)),
    clear: () => inTurn(clear),
  };
}

/** Which of the two files holds the last finished save. */
interface Latest {
  readonly index: 0 | 1;
  /** 0 if neither does. */
  readonly generation: number;
}

async function findLatest(files: readonly [string, string]): Promise<{ index: 0 | 1; saved: Saved | undefined }> {
  const a = await readSlotFile(files[0]);
  const b = await readSlotFile(files[1]);
  const index = (b?.generation ?? 0) > (a?.generation ?? 0) ? 1 : 0;
  return { index, saved: index === 0 ? a : b };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw explainIoError(folder, error);
  }
}
