import type { Box } from './changed-box.ts';

/** Copies a part out of pixels of one number each. */
export function cutBox<P extends Uint8Array | Uint32Array>(pixels: P, box: Box, width: number): P {
  const part = new (pixels.constructor as new (length: number) => P)(box.width * box.height);
  for (let y = 0; y < box.height; y++) {
    const from = (box.top + y) * width + box.left;
    part.set(pixels.subarray(from, from + box.width), y * box.width);
  }
  return part;
}
