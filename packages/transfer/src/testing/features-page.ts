import '@tensorflow/tfjs-backend-cpu';
import type { ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { createBase, extractFeatures, loadWeights, readSafetensors } from '../index.ts';

/** What a test asks of the page: the pixels of square pictures, one after another. */
export interface PageRequest {
  readonly pixels: readonly number[];
  readonly count: number;
  readonly side: number;
}

/** Loads the weights that are served beside the page into a base, and gives the features of pictures. */
async function featuresHere({ pixels, count, side }: PageRequest): Promise<number[]> {
  await tf.setBackend('cpu');
  const file = new Uint8Array(await (await fetch('/weights.safetensors')).arrayBuffer());
  const base = createBase('MobileNet', { alpha: 0.25, size: [side, side] });
  loadWeights(base.model, readSafetensors(file));
  const shape = { count, height: side, width: side, channels: 3, labels: new Uint8Array(count) };
  const images: ImageSet = {
    pixels: Uint8Array.from(pixels),
    ...shape,
    classes: [],
    ids: [],
    groups: [],
    sourceIds: [],
  };
  const { data } = await extractFeatures(base, images, { batchSize: 2 });
  base.dispose();
  return [...data];
}

Object.assign(globalThis, { featuresHere });
