import { createRng } from '@animals/core';
import { kFold, stratifiedKFold } from '@animals/cv';
import { loadImages, scanFolder } from '@animals/data';
import { describe, expect, it } from 'vitest';
import { realData } from '../../../tools/src/testing/index.ts';
import { linearAccuracy } from './linear-accuracy.ts';
import { overFolds } from './over-folds.ts';
import { shrinkImages } from './shrink-images.ts';

describe('linearAccuracy', () => {
  const rng = createRng(0);
  const labels = Array.from({ length: 60 }, (_, i) => i % 2);
  const folds = [...stratifiedKFold(labels, { k: 3, shuffle: true, seed: 0 })];

  it('is near 1 where a line tells the classes apart, and near 1/2 on noise', () => {
    const noise = labels.map(() => [rng.normal(), rng.normal(), rng.normal()]);
    const clear = labels.map((label, i) => [...(noise[i] as number[]), 9 * label]);
    expect(overFolds(linearAccuracy(clear, labels, folds)).mean).toBeGreaterThan(0.95);
    expect(overFolds(linearAccuracy(noise, labels, folds)).mean).toBeLessThan(0.7);
  });

  it.skipIf(!realData)('reaches on photographs at 32 pixels what scikit-learn reaches there', async () => {
    // StandardScaler + LogisticRegression(C=0.01) over KFold(5, shuffle=True): .850 +- .032 on elephants
    const classes = { positive: 'elephant', negative: 'Elephant_negative_class' };
    const images = await loadImages(await scanFolder(realData as string, classes), { size: [62, 62] });
    const folds = [...kFold(images.count, { k: 5, shuffle: true, seed: 0 })];
    const { mean } = overFolds(linearAccuracy(shrinkImages(images, 32), images.labels, folds));
    expect(Math.abs(mean - 0.85)).toBeLessThan(0.04);
  });
});
