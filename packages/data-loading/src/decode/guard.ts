import { DataError } from '@animals/core';

/** Runs a decoder's work, and makes a DataError of whatever it throws. */
export function guard<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (DataError.isInstance(error)) throw error;
    throw new DataError(path, `cannot be decoded: ${(error as Error).message}`, { cause: error });
  }
}
