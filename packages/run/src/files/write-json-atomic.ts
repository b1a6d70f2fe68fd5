import { ArgumentError } from '@animals/core';
import { findUnsafe } from './find-unsafe.ts';
import { writeFileAtomic } from './write-file-atomic.ts';

/** How JSON is laid out. */
export interface WriteJsonOptions {
  /** Spaces per level; 0 for one line. */
  readonly indent?: number;
}

/**
 * Writes plain data as JSON, all of it or none, with a newline at the end.
 *
 * @throws ArgumentError if the value holds what JSON would lose (NaN, a typed array, a date, a function).
 * @throws DataError that names the file if it cannot be written.
 */
export async function writeJsonAtomic(
  file: string,
  value: unknown,
  { indent = 2 }: WriteJsonOptions = {},
): Promise<void> {
  const problem = findUnsafe(value);
  if (problem) {
    throw new ArgumentError('value', `value must be plain JSON data, but ${problem}; convert it before writing`);
  }
  await writeFileAtomic(file, `${JSON.stringify(value, null, indent)}\n`);
}
