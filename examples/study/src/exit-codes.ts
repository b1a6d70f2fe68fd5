import { ArgumentError, DataError } from '@animals/core';

/** What the study command's exit status means. */
export const EXIT = { done: 0, fault: 1, input: 2, partial: 3, interrupted: 130 } as const;

/** The exit status for an error that ended the run: the user's input, or ours. */
export function exitCodeFor(error: unknown): number {
  if (isAbort(error)) return EXIT.interrupted;
  if (isDiskFull(error)) return EXIT.fault;
  return ArgumentError.isInstance(error) || DataError.isInstance(error) ? EXIT.input : EXIT.fault;
}

/** Whether an error only says that the run was asked to stop. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Whether an error says that the disk is full, at any depth of its causes. */
export function isDiskFull(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause as Error) {
    if ((e as NodeJS.ErrnoException).code === 'ENOSPC') return true;
  }
  return false;
}
