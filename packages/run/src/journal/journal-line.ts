import { ArgumentError, DataError } from '@animals/core';
import { findUnsafe } from '../files/find-unsafe.ts';

/** Longest line in bytes, without its newline. */
export const MAX_LINE_BYTES = 2 ** 20;

export const NEWLINE = 10;

const VERSION = 1;
const START = Buffer.from(`{"v":${VERSION},"entry":{`);
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * One entry as bytes, with the newline.
 *
 * @throws ArgumentError if it is not a plain JSON object, or too long.
 */
export function encodeLine(entry: object): Buffer {
  const problem = Array.isArray(entry) ? 'entry is an array' : findUnsafe(entry, 'entry');
  if (problem) throw new ArgumentError('entry', `entry must be a plain JSON object, but ${problem}`);
  const line = Buffer.from(`${JSON.stringify({ v: VERSION, entry })}\n`);
  if (line.length > MAX_LINE_BYTES + 1) {
    const remedy = 'put large data into a blob and its hash into the journal';
    throw new ArgumentError(
      'entry',
      `entry must be at most ${MAX_LINE_BYTES} bytes, got ${line.length - 1}; ${remedy}`,
    );
  }
  return line;
}

/**
 * The entry of one line, given without its newline.
 *
 * @throws DataError that names file and line if it is not a sound line of this version.
 */
export function decodeLine(bytes: Uint8Array, file: string, number: number): object {
  const fail = (what: string) => new DataError(file, `line ${number} ${what}`);
  if (bytes.length > MAX_LINE_BYTES) throw fail(`is longer than ${MAX_LINE_BYTES} bytes`);
  const line = parse(bytes, fail);
  if (!isObject(line)) throw fail('is not a JSON object');
  const problem = findUnsafe(line, 'line');
  if (problem) throw fail(`is not safe: ${problem}`);
  const { v, entry } = line as { v?: unknown; entry?: unknown };
  if (v !== VERSION) throw fail(`is of journal version ${JSON.stringify(v)}; this code reads version ${VERSION}`);
  if (!isObject(entry)) throw fail('holds no entry');
  return entry;
}

function parse(bytes: Uint8Array, fail: (what: string) => DataError): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch (cause) {
    throw fail(bytes.length === 0 ? 'is empty' : `is broken (${(cause as Error).message})`);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether bytes at the end of a file can be what a kill or a power cut left of a line (zeros come from the latter). */
export function looksTorn(tail: Uint8Array): boolean {
  const length = Math.min(tail.length, START.length);
  return START.subarray(0, length).equals(tail.subarray(0, length)) || tail.every((byte) => byte === 0);
}
