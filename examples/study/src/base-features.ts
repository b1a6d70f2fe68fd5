import { extractFeatures, type Features } from '@animals/transfer';
import type { FoundBase } from './bases.ts';
import { loadFoundBase } from './load-found-base.ts';
import { type PicturesAtOptions, picturesAt } from './pictures-at.ts';
import type { StageContext } from './stages/stage.ts';

/** Features of every picture of the study by a frozen network, pooled: one row a picture. */
export async function baseFeatures(
  base: FoundBase,
  options: PicturesAtOptions,
  context: StageContext,
): Promise<Features> {
  const images = await picturesAt(options, context);
  const loaded = await loadFoundBase(base, { size: options.size, fold: true });
  const tick = context.progress.task(`${base.label} at ${options.size}`, images.count);
  try {
    return await extractFeatures(loaded, images, {
      batchSize: 8,
      signal: context.signal,
      onProgress: ({ done }) => tick(done),
    });
  } finally {
    loaded.dispose();
  }
}
