import { expand, kerasGenerator } from '@animals/augment';
import type { Fold, ImageSet } from '@animals/core';
import { assertNoLeak, kFold } from '@animals/cv';
import { nearestNeighbourAccuracy } from '../nearest-neighbour-accuracy.ts';
import { overFolds } from '../over-folds.ts';
import type { AugmentRow } from '../results.ts';
import { splitFolds } from './split-folds.ts';
import type { Stage, StageContext } from './stage.ts';
import { trainFolds } from './train-folds.ts';

/** The study's policy. Its shear of 0.2 is in degrees and moves next to nothing; it is kept as it was. */
const STUDY_POLICY = {
  rotationRange: 20,
  zoomRange: 0.2,
  shearRange: 0.2,
  horizontalFlip: true,
  fillMode: 'nearest',
} as const;

/**
 * The baseline network trained on real and generated pictures: the study's way, which splits after generating, beside
 * the honest way, which generates inside the training part of each fold and judges on real pictures only.
 */
export const augment: Stage<'augment'> = async (context) => {
  const images = await context.images();
  const rows: AugmentRow[] = [];
  for (const copies of context.settings.augment.copies) rows.push(await judgeCopies(images, copies, context));
  const [first = 0] = context.settings.augment.copies;
  const { warnings } = studyGenerator();
  return { policy: STUDY_POLICY, warnings, rows, nearestNeighbour: measureLeak(images, first, context) };
};

async function judgeCopies(images: ImageSet, copies: number, context: StageContext): Promise<AugmentRow> {
  const { augment: training } = context.settings;
  const pool = withCopies(images, copies, context);
  const score = async (way: 'leaky' | 'honest', folds: Fold[]) => {
    const trained = await trainFolds({ name: `augment/${copies}-${way}`, images: pool, folds, training }, context);
    return { accuracy: overFolds(trained.map(({ result }) => result.accuracy)) };
  };
  return {
    copies,
    pictures: pool.count,
    leaky: await score('leaky', leakyFolds(pool, context)),
    honest: await score('honest', honestFolds(images, pool, context)),
  };
}

/** Its warnings stand in the result, not on the screen. */
function studyGenerator() {
  return kerasGenerator({ ...STUDY_POLICY, onWarning: () => undefined });
}

function withCopies(images: ImageSet, copies: number, { settings: { seed }, signal }: StageContext): ImageSet {
  return expand(images, { policy: studyGenerator(), copies, seed, signal });
}

/** The study's split: over pictures, wherever they come from. */
function leakyFolds(pool: ImageSet, { settings: { folds: k, seed } }: StageContext): Fold[] {
  return [...kFold(pool.count, { k, shuffle: true, seed })];
}

/** The baseline's folds, with the copies of each training picture added to the training part. */
function honestFolds(images: ImageSet, pool: ImageSet, context: StageContext): Fold[] {
  return splitFolds(images, context).folds.map((fold) => {
    const learned = new Set(Array.from(fold.train, (i) => images.sourceIds[i]));
    const train = Uint32Array.from([...pool.sourceIds.keys()].filter((i) => learned.has(pool.sourceIds[i])));
    const honest = { ...fold, train };
    assertNoLeak(honest, { sourceIds: pool.sourceIds });
    return honest;
  });
}

/** What copies on both sides are worth to a classifier that only remembers. */
function measureLeak(images: ImageSet, copies: number, context: StageContext) {
  const pool = withCopies(images, copies, context);
  return {
    leaky: nearestNeighbourAccuracy(pool, leakyFolds(pool, context)),
    honest: nearestNeighbourAccuracy(pool, honestFolds(images, pool, context)),
  };
}
