import { ArgumentError } from '@animals/core';
import { openJournal } from '@animals/run';

/** What a journal's work was made from; a resumed run must agree in all of it. */
export interface JournalHeader {
  readonly settings: unknown;
  readonly data: string;
  readonly backend: unknown;
  readonly versions: Readonly<Record<string, string>>;
  /** Hash of each network's weights that were found. */
  readonly weights: Readonly<Record<string, string>>;
  readonly code: string;
}

/** Finished pieces of work, kept under a key, so that none is done twice. */
export interface StudyJournal {
  /** The value kept under the key, else what `compute` gives, kept from then on. Values are plain JSON. */
  remember<T>(key: string, compute: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

type Entry = { type: 'header'; header: JournalHeader } | { type: 'result'; key: string; value: unknown };

/**
 * Opens the journal of a study, a new one or one to go on with.
 *
 * @throws ArgumentError that names the first difference when the journal was made from something else.
 */
export async function openStudyJournal(file: string, header: JournalHeader): Promise<StudyJournal> {
  const journal = await openJournal<Entry>(file);
  const kept = new Map<string, unknown>();
  try {
    let headed = false;
    for await (const entry of journal.entries()) {
      if (entry.type === 'result') kept.set(entry.key, entry.value);
      else assertSame(entry.header, header);
      headed = true;
    }
    if (!headed) await journal.append({ type: 'header', header: plain(header) }, { durable: true });
  } catch (error) {
    await journal.close();
    throw error;
  }
  return {
    async remember<T>(key: string, compute: () => Promise<T>): Promise<T> {
      if (!kept.has(key)) {
        const value = plain(await compute());
        await journal.append({ type: 'result', key, value }, { durable: true });
        kept.set(key, value);
      }
      return kept.get(key) as T;
    },
    close: () => journal.close(),
  };
}

/** What a value is after a journey through the journal: a fresh run and a resumed one then see the same. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function assertSame(journal: JournalHeader, now: JournalHeader): void {
  const difference = firstDifference('', plain(journal), plain(now));
  if (difference === undefined) return;
  throw new ArgumentError(
    '--resume',
    `--resume must go on with what the journal was made from, but ${difference}; undo the change, or start over with --force`,
  );
}

function firstDifference(name: string, journal: unknown, now: unknown): string | undefined {
  if (isRecord(journal) && isRecord(now)) {
    for (const key of new Set([...Object.keys(journal), ...Object.keys(now)])) {
      const difference = firstDifference(name ? `${name}.${key}` : key, journal[key], now[key]);
      if (difference) return difference;
    }
    return undefined;
  }
  const [a, b] = [JSON.stringify(journal), JSON.stringify(now)];
  return a === b ? undefined : `${name} was ${a ?? 'absent'} and is ${b ?? 'absent'}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
