import { ArgumentError, DataError, type SkippedFile } from '@animals/core';

/**
 * What to do about a file that cannot be used.
 *
 * `throw` refuses the whole set and names every bad file; `skip` leaves them out and lists them, and still refuses a class that
 * is left with too few; `collect` lists those classes too and never refuses a set, so that a caller sees all that is wrong.
 */
export type OnBadFile = 'throw' | 'skip' | 'collect';

/** How many bad files a message names; all of them are in the error's cause. */
const NAMED = 20;

/** Refuses a policy that is none. */
export function checkOnBadFile(onBadFile: OnBadFile): void {
  if (onBadFile === 'throw' || onBadFile === 'skip' || onBadFile === 'collect') return;
  throw new ArgumentError(
    'onBadFile',
    `onBadFile must be 'throw', 'skip' or 'collect', got '${onBadFile satisfies never}'`,
  );
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
