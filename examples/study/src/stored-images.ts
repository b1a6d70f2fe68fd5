import type { ImageSet } from '@animals/core';

/** An image set whose pixels lie in a blob: what a worker is told instead of the pixels. */
export interface StoredImages extends Omit<ImageSet, 'pixels'> {
  readonly hash: string;
}

/** The image set that a stored one stands for. */
export function unpackImages(pixels: Uint8Array, { hash: _, ...set }: StoredImages): ImageSet {
  return { ...set, pixels };
}
