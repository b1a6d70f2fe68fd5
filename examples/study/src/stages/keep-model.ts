import path from 'node:path';
import { createRng, type ImageSet } from '@animals/core';
import type { TrainFinalJob } from '../jobs/train-final.ts';
import type { TrainingSettings } from '../profiles.ts';
import { versions } from '../versions.ts';
import type { StageContext } from './stage.ts';
import { storeImages } from './store-images.ts';

export interface KeepModelOptions {
  /** Of the model's folder, below `models/`. */
  readonly name: string;
  readonly images: ImageSet;
  readonly training: TrainingSettings;
}

/**
 * Trains once more, on every picture, and saves the model to `models/`: what a user takes home.
 *
 * Its accuracy is the cross-validated one, of models that learned from a fold less.
 * @returns the bundle's path below the output folder.
 */
export function keepModel({ name, images, training }: KeepModelOptions, context: StageContext): Promise<string> {
  const { journal, pool, signal, work, out, backend, settings, manifest, progress } = context;
  const place = path.posix.join('models', name);
  return journal.remember(place, async () => {
    const tick = progress.task(`${name} on all`, training.epochs);
    const input: TrainFinalJob = {
      images: await storeImages(images, work),
      ...{ work, backend, name: `${name}-final`, bundle: path.join(out, place) },
      train: Uint32Array.from(images.labels.keys()),
      seed: createRng(settings.seed)
        .split('final model')
        .int(0, 2 ** 31),
      ...training,
      meta: {
        classes: [`not ${settings.animal}`, settings.animal],
        fingerprint: manifest.fingerprint,
        versions: versions(),
      },
    };
    const onProgress = (value: unknown) => tick((value as { epoch: number }).epoch + 1);
    await pool.submit({ name: 'train-final', input }, { signal, onProgress });
    return place;
  });
}
