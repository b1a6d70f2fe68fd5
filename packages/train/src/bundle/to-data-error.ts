import { DataError } from '@animals/core';

/** Turns whatever was thrown into a DataError that says what was tried; one that is a DataError stays as it is. */
export function toDataError(error: unknown, path: string, tried: string): DataError {
  if (DataError.isInstance(error)) return error;
  const [line = ''] = String(error instanceof Error ? error.message : error).split('\n');
  return new DataError(path, `${tried}: ${line.slice(0, 300)}`, { cause: error });
}
