import { DataError } from '@animals/core';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the device; free some and go on, nothing finished was lost',
  EDQUOT: 'no space left in the disk quota; free some and go on, nothing finished was lost',
  EROFS: 'is on a read-only file system',
  EACCES: 'may not be accessed by this user (permission denied)',
  EPERM: 'may not be accessed by this user (not permitted)',
  ENOENT: 'does not exist, or its folder does not',
  EISDIR: 'is a folder',
  ENOTDIR: 'lies below something that is not a folder',
  EIO: 'the device reported an input/output error',
};

/**
 * Turns a system error into one that names the file: a failed write to an open file names none by itself.
 *
 * The system error stays reachable as `cause`. What is not a system error comes back as it is.
 */
export function explainIoError(file: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code === undefined || DataError.isInstance(error)) return error;
  return new DataError(file, REASONS[code] ?? `cannot be read or written (${code})`, { cause: error });
}

/** Code of a system error, such as `ENOENT`, or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
