import { createReadStream } from 'node:fs';
import { ArgumentError, DataError } from '@animals/core';
import { explainIoError } from '../files/explain-io-error.ts';
import { decodeLine, looksTorn, MAX_LINE_BYTES, NEWLINE } from './journal-line.ts';

/** How a journal is read. */
export interface ReadJournalOptions {
  /** Ends the reading, with its reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the entries of a journal in the order in which they were appended, without holding the file in memory.
 *
 * Needs no lock, so it can watch a journal that is being written. One torn line at the very end, the mark of a kill,
 * is left out. Each line is checked as JSON; whether an entry is an `E` is for the caller to know.
 * @throws DataError that names file and line at the first line that is broken, too long, of another version, or holds
 *   a key that is not safe; or if there is no such file.
 */
export function readJournal<E extends object = Record<string, unknown>>(
  file: string,
  { signal }: ReadJournalOptions = {},
): AsyncGenerator<E, void, undefined> {
  if (typeof file !== 'string' || file === '') {
    throw new ArgumentError('file', `file must be a path, got ${JSON.stringify(file)}`);
  }
  return decode<E>(file, signal);
}

async function* decode<E extends object>(file: string, signal: AbortSignal | undefined): AsyncGenerator<E> {
  let number = 0;
  for await (const { bytes, whole } of readLines(file, signal)) {
    number++;
    const entry = whole ? decodeLine(bytes, file, number) : decodeTail(bytes, file, number);
    if (entry !== undefined) yield entry as E;
  }
}

/** The last line when it has no newline: an entry if only the newline is missing. */
function decodeTail(bytes: Uint8Array, file: string, number: number): object | undefined {
  try {
    return decodeLine(bytes, file, number);
  } catch (error) {
    if (looksTorn(bytes)) return undefined;
    throw error;
  }
}

interface Line {
  /** Without the newline. */
  readonly bytes: Uint8Array;
  /** Whether a newline ended it. */
  readonly whole: boolean;
}

async function* readLines(file: string, signal: AbortSignal | undefined): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 1;
  try {
    for await (const chunk of createReadStream(file, { signal })) {
      const bytes: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        yield { bytes: bytes.subarray(start, end), whole: true };
        number++;
        start = end + 1;
      }
      rest = bytes.subarray(start);
      if (rest.length > MAX_LINE_BYTES) {
        throw new DataError(file, `line ${number} is longer than ${MAX_LINE_BYTES} bytes`);
      }
    }
  } catch (error) {
    throw signal?.aborted ? signal.reason : explainIoError(file, error);
  }
  if (rest.length > 0) yield { bytes: rest, whole: false };
}
