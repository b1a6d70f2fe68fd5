import { DataError } from '@animals/core';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'is a link that leads back to itself',
  ENOTDIR: 'is a file, not a folder',
  EMFILE: 'cannot be read: too many open files',
};

/** Turns what the file system threw into one clear line. */
export function readError(path: string, error: unknown): DataError {
  if (DataError.isInstance(error)) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new DataError(path, REASONS[code ?? ''] ?? `cannot be read: ${message}`, { cause: error });
}
