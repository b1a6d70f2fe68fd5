import { ArgumentError } from '@animals/core';
import type { Image } from './image.ts';

/** Refuses a picture whose sizes are no whole numbers from 1, or do not fit its pixels. */
export function checkImage({ pixels, height, width, channels }: Image, parameter = 'image'): void {
  for (const [name, value] of Object.entries({ height, width, channels })) {
    if (Number.isInteger(value) && value >= 1) continue;
    throw new ArgumentError(
      `${parameter}.${name}`,
      `${parameter}.${name} must be a whole number of at least 1, got ${value}`,
    );
  }
  const known = pixels instanceof Uint8Array || pixels instanceof Float32Array || pixels instanceof Float64Array;
  if (!known) {
    throw new ArgumentError(
      `${parameter}.pixels`,
      `${parameter}.pixels must be a Uint8Array, a Float32Array or a Float64Array, got ${typeof pixels}; copy them into one`,
    );
  }
  if (pixels.length !== height * width * channels) {
    throw new ArgumentError(
      `${parameter}.pixels`,
      `${parameter}.pixels must hold height * width * channels values, got ${pixels.length} for ${height} * ${width} * ${channels}`,
    );
  }
}
