import { DataError } from '@animals/core';
import { toDataError } from './to-data-error.ts';

/** Keys that can turn plain data into a changed prototype in code that copies it carelessly. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads JSON that somebody else wrote. @throws DataError if it is none, or has a key that could change a prototype. */
export function parseJson(bytes: Uint8Array, path: string): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return JSON.parse(text, (key: string, value: unknown) => {
      if (FORBIDDEN.has(key)) throw new DataError(path, `has the forbidden key ${key}`);
      return value;
    }) as unknown;
  } catch (error) {
    throw toDataError(error, path, 'is not valid JSON');
  }
}
