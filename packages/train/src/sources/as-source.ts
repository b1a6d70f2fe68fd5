import type { ImageSet } from '@animals/core';
import type { BatchSource } from './batch-source.ts';
import { imageSource } from './image-source.ts';
import { subsetSource } from './subset-source.ts';

/** Makes a source of images or of a source, narrowed to `indices` when they are given. */
export function asSource(data: ImageSet | BatchSource, indices?: ArrayLike<number>): BatchSource {
  const source = 'pixels' in data ? imageSource(data) : data;
  return indices ? subsetSource(source, indices) : source;
}
