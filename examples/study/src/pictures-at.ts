import type { ImageSet, Manifest } from '@animals/core';
import { loadImages, resizeImage } from '@animals/data';
import type { StageContext } from './stages/stage.ts';

export interface PicturesAtOptions {
  /** Side of the pictures that a network sees. */
  readonly size: number;
  /** Side to which all pictures are brought first, so that their own sizes leave no trace. */
  readonly through?: number | null;
}

/** Decodes the study's pictures at a size of their own. */
export async function picturesAt(
  { size, through = null }: PicturesAtOptions,
  context: StageContext,
): Promise<ImageSet> {
  if (through === null) return decode(context.manifest, size, context);
  const small = await decode(context.manifest, through, context);
  return enlarged(small, size);
}

function decode(manifest: Manifest, size: number, { settings, signal }: StageContext): Promise<ImageSet> {
  return loadImages(manifest, { size: [size, size], resize: 'bilinear', onBadFile: settings.onBadFile, signal });
}

function enlarged(images: ImageSet, size: number): ImageSet {
  const { count, height, width, channels } = images;
  const [from, to] = [height * width * channels, size * size * channels];
  const pixels = new Uint8Array(count * to);
  for (let i = 0; i < count; i++) {
    const image = { pixels: images.pixels.subarray(i * from, (i + 1) * from), height, width, channels };
    pixels.set(resizeImage(image, { size: [size, size] }).pixels, i * to);
  }
  return { ...images, pixels, height: size, width: size };
}
