import type { ImageSet, Manifest } from '@animals/core';
import { loadImages, resizeImage } from '@animals/data';
import { extractFeatures, type Features, loadBase } from '@animals/transfer';
import { type FoundBase, weightsFolders } from './bases.ts';
import type { StageContext } from './stages/stage.ts';

export interface BaseFeaturesOptions {
  /** Side of the pictures that the network sees. */
  readonly size: number;
  /** Side to which all pictures are brought first, so that their own sizes leave no trace. */
  readonly through?: number | null;
}

/** Features of every picture of the study by a frozen network, pooled: one row a picture. */
export async function baseFeatures(
  base: FoundBase,
  { size, through = null }: BaseFeaturesOptions,
  context: StageContext,
): Promise<Features> {
  const images = await picturesAt(size, through, context);
  const { name, alpha, label } = base;
  const options = {
    size: [size, size] as const,
    fold: true,
    ...(alpha !== undefined && { alpha }),
    ...weightsFolders(),
  };
  const loaded = await loadBase(name, options);
  const tick = context.progress.task(`${label} at ${size}`, images.count);
  try {
    return await extractFeatures(loaded.base, images, {
      batchSize: 8,
      signal: context.signal,
      onProgress: ({ done }) => tick(done),
    });
  } finally {
    loaded.base.dispose();
  }
}

async function picturesAt(size: number, through: number | null, context: StageContext): Promise<ImageSet> {
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
