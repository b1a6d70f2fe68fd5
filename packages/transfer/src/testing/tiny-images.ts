import { createRng, type ImageSet } from '@animals/core';

/** Random pictures of two classes, of which the second is brighter. */
export function tinyImages(count: number, side = 32, seed = 0): ImageSet {
  const rng = createRng(seed);
  const size = side * side * 3;
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 2);
  const ids = Array.from(labels, (_, i) => `${i}.png`);
  const pixels = Uint8Array.from({ length: count * size }, (_, i) => rng.int(0, 156) + 90 * (Math.floor(i / size) % 2));
  const shape = { count, height: side, width: side, channels: 3 };
  return { pixels, labels, ...shape, classes: ['dark', 'bright'], ids, groups: ids, sourceIds: ids };
}
