import type { ImageSet } from '@animals/core';
import { pixelScale } from '../preprocessing/pixel-scale.ts';
import type { PreprocessingMode } from '../preprocessing/preprocessing-mode.ts';

/** Pictures of one size, without what is known of them. */
export type Pixels = Pick<ImageSet, 'pixels' | 'height' | 'width' | 'channels'>;

/** Values for a network and their shape, [pictures, height, width, 3]. */
export interface Batch {
  readonly data: Float32Array<ArrayBuffer>;
  readonly shape: [number, number, number, number];
}

/** The pictures at `indices` as `preprocessInput` scales them, in one pass: bytes know 256 values a channel. */
export function preprocessedBatch(images: Pixels, indices: Uint32Array, mode: PreprocessingMode): Batch {
  const { pixels, height, width, channels } = images;
  const size = height * width * channels;
  const data = new Float32Array(indices.length * size);
  const places = mode === 'caffe' ? [2, 1, 0] : [0, 1, 2];
  for (const channel of [0, 1, 2] as const) {
    const table = scaleTable(mode, channel);
    const place = (places[channel] as number) - channel;
    for (const [i, index] of indices.entries()) {
      const from = index * size - i * size;
      for (let at = i * size + channel; at < (i + 1) * size; at += 3) {
        data[at + place] = table[pixels[from + at] as number] as number;
      }
    }
  }
  return { data, shape: [indices.length, height, width, channels] };
}

function scaleTable(mode: PreprocessingMode, channel: 0 | 1 | 2): Float32Array {
  const scale = pixelScale(mode);
  return Float32Array.from({ length: 256 }, (_, value) => scale(value, channel));
}
