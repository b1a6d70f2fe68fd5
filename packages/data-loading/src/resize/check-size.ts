import { ArgumentError } from '@animals/core';

/** Refuses a size that is not two positive integers. */
export function checkSize(size: readonly [number, number]): void {
  const isGood = Array.isArray(size) && size.length === 2 && size.every((side) => Number.isInteger(side) && side > 0);
  if (isGood) return;
  throw new ArgumentError(
    'size',
    `size must be [height, width] in whole pixels above 0, got ${JSON.stringify(size)}; try [124, 124]`,
  );
}
