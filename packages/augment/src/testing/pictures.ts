import type { ImageSet } from '@animals/core';
import type { Image } from '../image/image.ts';

/** ((np.arange(h * w * c) * 37 + 11) % 200 + 20).reshape(h, w, c) */
export function countingImage(height: number, width: number, channels = 3): Image<Uint8Array> {
  const pixels = Uint8Array.from({ length: height * width * channels }, (_, i) => ((i * 37 + 11) % 200) + 20);
  return { pixels, height, width, channels };
}

/** The same picture in floats. */
export function countingFloats(height: number, width: number, channels = 3): Image<Float32Array> {
  const image = countingImage(height, width, channels);
  return { ...image, pixels: Float32Array.from(image.pixels) };
}

/** A smooth picture, whose values hardly differ from pixel to pixel. */
export function smoothImage(height: number, width: number, channels = 3): Image<Uint8Array> {
  const pixels = Uint8Array.from({ length: height * width * channels }, (_, i) => {
    const [k, c, r] = [i % channels, Math.floor(i / channels) % width, Math.floor(i / channels / width)];
    return 128 + 100 * Math.sin((r * (k + 1)) / height + 0.5) * Math.cos((c * 2) / width + k);
  });
  return { pixels, height, width, channels };
}

/** Pictures a, b, c and so on, of two classes in turn. */
export function imageSetOf(images: readonly Image<Uint8Array>[]): ImageSet {
  const { height, width, channels } = images[0]!;
  const ids = images.map((_, i) => String.fromCharCode(97 + i));
  const pixels = Uint8Array.from(images.flatMap((image) => [...image.pixels]));
  const labels = Uint8Array.from(images, (_, i) => i % 2);
  const classes = ['no fox', 'fox'];
  return { pixels, count: images.length, height, width, channels, labels, classes, ids, groups: ids, sourceIds: ids };
}
