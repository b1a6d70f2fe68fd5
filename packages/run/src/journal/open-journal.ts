import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { ArgumentError } from '@animals/core';
import { explainIoError } from '../files/explain-io-error.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { writeAll } from '../files/write-all.ts';
import { encodeLine } from './journal-line.ts';
import { lockFile } from './lock-file.ts';
import { readJournal } from './read-journal.ts';
import { repairTail } from './repair-tail.ts';

export interface OpenJournalOptions {
  /** Ends the opening and every reading of entries; appending goes on, so that an interruption can be noted. */
  readonly signal?: AbortSignal | undefined;
}

export interface AppendOptions {
  /** Whether to come back only when the disk has it: then it survives a power cut, not only a kill. */
  readonly durable?: boolean;
}

/** A file of entries that only grows. */
export interface Journal<E extends object = Record<string, unknown>> {
  readonly file: string;
  /**
   * Adds one entry; entries keep the order of the calls, and later changes to the object have no effect.
   *
   * When it has come back, the entry survives a kill of this process. When it has failed, the file holds nothing of it
   * and all that was there before.
   * @throws ArgumentError if the entry is not a plain JSON object of at most 1 MiB.
   * @throws DataError that names the file if it cannot be written, for instance as no space is left.
   */
  append(entry: E, options?: AppendOptions): Promise<void>;
  /** Reads all entries appended so far, from the first; see `readJournal`. */
  entries(): AsyncGenerator<E, void, undefined>;
  /** Waits for what is being appended, makes it durable and gives the lock back. Can be called twice. */
  close(): Promise<void>;
}

/**
 * Opens a journal for appending, made with its folder if it is not there.
 *
 * It is the only writer until it is closed: `<file>.lock` says who that is, and the lock of a process that was killed
 * is taken over. What a kill left of a last line is cut off.
 * @throws DataError if a living process writes this journal, or the file is not a journal.
 * @see Optuna's JournalStorage, which keeps its studies in the same way.
 */
export async function openJournal<E extends object = Record<string, unknown>>(
  file: string,
  { signal }: OpenJournalOptions = {},
): Promise<Journal<E>> {
  if (typeof file !== 'string' || file === '') {
    throw new ArgumentError('file', `file must be a path, got ${JSON.stringify(file)}`);
  }
  signal?.throwIfAborted();
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const unlock = await lockFile(`${file}.lock`);
    try {
      const handle = await open(file, 'a+');
      return await start<E>(file, { handle, unlock, signal });
    } catch (error) {
      await unlock();
      throw error;
    }
  } catch (error) {
    throw explainIoError(file, error);
  }
}

interface Parts {
  readonly handle: FileHandle;
  readonly unlock: () => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

async function start<E extends object>(file: string, { handle, unlock, signal }: Parts): Promise<Journal<E>> {
  const tail = await openTail(file, handle).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  let queue: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const close = async () => {
    try {
      await handle.datasync();
    } finally {
      await handle.close();
      await unlock();
    }
  };

  return {
    file,
    async append(entry, { durable = false } = {}) {
      const line = encodeLine(entry);
      if (closing) throw new Error(`${file}: this journal was closed; open it again to append`);
      await inTurn(() => tail.append(line, durable));
    },
    async *entries() {
      await queue;
      yield* readJournal<E>(file, { signal });
    },
    close: () => (closing ??= inTurn(close)),
  };
}

/** Appends whole lines: where one fails, the file goes back to the last whole one. */
async function openTail(file: string, handle: FileHandle) {
  let size = await repairTail(handle, file);
  let whole = true;
  await syncFolder(path.dirname(file));

  const cut = async () => {
    await handle.truncate(size);
    whole = true;
  };
  return {
    async append(line: Uint8Array, durable: boolean): Promise<void> {
      try {
        if (!whole) await cut();
        whole = false;
        await writeAll(handle, line);
        if (durable) await handle.datasync();
        whole = true;
        size += line.length;
      } catch (error) {
        // Should this fail too, the next append or the next opening does it.
        await cut().catch(() => undefined);
        throw explainIoError(file, error);
      }
    },
  };
}
