import type { Fold, ImageSet } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { nearestNeighbourAccuracy } from './nearest-neighbour-accuracy.ts';

/** Grey pictures of the given values, labelled by `labels`. */
function greys(values: number[], labels: number[]): ImageSet {
  const ids = values.map(String);
  return {
    pixels: Uint8Array.from(values.flatMap((value) => new Array<number>(30 * 30 * 3).fill(value))),
    ...{ count: values.length, height: 30, width: 30, channels: 3, labels: Uint8Array.from(labels) },
    ...{ classes: ['no', 'yes'], ids, groups: ids, sourceIds: ids },
  };
}

const fold = (train: number[], test: number[]): Fold => ({
  ...{ index: 0, repeat: 0, seed: 1 },
  train: Uint32Array.from(train),
  test: Uint32Array.from(test),
});

describe('nearestNeighbourAccuracy', () => {
  it('gives each test picture the label of the training picture most like it', () => {
    const images = greys([0, 255, 10, 240, 130], [0, 1, 0, 1, 0]);
    expect(nearestNeighbourAccuracy(images, [fold([0, 1], [2, 3])])).toBe(1);
    expect(nearestNeighbourAccuracy(images, [fold([0, 1], [2, 3, 4])])).toBeCloseTo(2 / 3);
  });
});
