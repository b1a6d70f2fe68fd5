import { ArgumentError, type Fold, type ImageSet } from '@animals/core';
import { assertNoLeak, kFold, stratifiedGroupKFold } from '@animals/cv';
import type { StageContext } from './stage.ts';

/** Photographs are split as the original split them; drawings by their set, so that no set is on both sides. */
export function splitFolds(images: ImageSet, { settings, source }: StageContext): { splitter: string; folds: Fold[] } {
  const { folds: k, seed } = settings;
  if (source.kind === 'real') {
    return { splitter: 'kFold, shuffled', folds: [...kFold(images.count, { k, shuffle: true, seed })] };
  }
  const sets = new Set(images.groups).size;
  if (k > sets) {
    throw new ArgumentError('--folds', `--folds must be at most the ${sets} drawing sets of the toy data, got ${k}`);
  }
  const folds = [...stratifiedGroupKFold(images.labels, images.groups, { k, shuffle: true, seed })];
  for (const fold of folds) assertNoLeak(fold, { groups: images.groups });
  return { splitter: 'stratifiedGroupKFold by drawing set, shuffled', folds };
}
