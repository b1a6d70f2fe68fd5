import { ArgumentError } from '@animals/core';

/** @throws ArgumentError if the value is none of the known ones. */
export function oneOf<const T extends string>(parameter: string, value: string, known: readonly T[]): T {
  if ((known as readonly string[]).includes(value)) return value as T;
  throw new ArgumentError(parameter, `${parameter} must be one of ${known.join(', ')}, got ${JSON.stringify(value)}`);
}
