import { ArgumentError, DataError, type SkippedFile } from '@animals/core';

/** What to do about a file that cannot be used: refuse the whole set, or leave the file out and list it. */
export type OnBadFile = 'throw' | 'skip';

/** How many bad files a message names; all of them are in the error's cause. */
const NAMED = 20;

/** Refuses a policy that is neither. */
export function checkOnBadFile(onBadFile: OnBadFile): void {
  if (onBadFile === 'throw' || onBadFile === 'skip') return;
  throw new ArgumentError('onBadFile', `onBadFile must be 'throw' or 'skip', got '${onBadFile satisfies never}'`);
}

/**
 * Throws one error that names every bad file, if there is any.
 *
 * @throws DataError of the first file; its cause is an AggregateError of one DataError a file when there are several.
 */
export function throwBadFiles(files: readonly SkippedFile[]): void {
  const [first, ...others] = files;
  if (!first) return;
  if (others.length === 0) throw new DataError(first.path, first.reason);
  const named = others.slice(0, NAMED - 1).map(({ path, reason }) => `${path}: ${reason}`);
  const rest = others.length - named.length;
  const tail = rest > 0 ? `; and ${rest} more` : '';
  const cause = new AggregateError(files.map(({ path, reason }) => new DataError(path, reason)));
  throw new DataError(first.path, `${first.reason}; ${named.join('; ')}${tail} (${files.length} bad files)`, { cause });
}
