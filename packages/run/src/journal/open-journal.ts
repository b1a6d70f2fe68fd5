import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { ArgumentError } from '@animals/core';
import { explainIoError } from '../files/explain-io-error.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { writeAll } from '../files/write-all.ts';
import { encodeLine } from './journal-line.ts';
import type { JournalStore } from './journal-store.ts';
import { lockFile } from './lock-file.ts';
import { readJournal } from './read-journal.ts';
import { repairTail } from './repair-tail.ts';

/** How a journal is opened. */
export interface OpenJournalOptions {
  /** Ends the opening and every reading of entries; appending goes on, so that an interruption can be noted. */
  readonly signal?: AbortSignal | undefined;
}

/** A journal in a file; `describeJournalStore` of `@animals/run/testing` says what every store of entries keeps. */
export interface Journal<E extends object = Record<string, unknown>> extends JournalStore<E> {
  readonly file: string;
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
