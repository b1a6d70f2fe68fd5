import { createRng, type Fold } from '@animals/core';
import { drawn, type ShuffleSplitOptions } from './shuffle-split.ts';
import { checkCount } from './split/check-count.ts';
import { checkClassesFit, drawStratifiedParts } from './split/draw-stratified-parts.ts';
import { encodeByAppearance, type Name } from './split/encode.ts';
import { numberFolds } from './split/number-folds.ts';
import { partSizes } from './split/part-sizes.ts';

/**
 * Splits samples at random, as often as wanted, so that both parts hold the classes in the proportion of the whole.
 *
 * The number of samples of a class in the train part is within one of its exact share, and in the test part within one of
 * its share of the rest. The test parts of two splits may overlap.
 * @throws ArgumentError if a class has a single member, a part has fewer samples than there are classes, or as
 * `shuffleSplit` does.
 * @see scikit-learn StratifiedShuffleSplit, whose counts these are.
 */
export function stratifiedShuffleSplit(
  labels: ArrayLike<Name>,
  { splits = 10, seed = 0, ...sizes }: ShuffleSplitOptions = {},
): Generator<Fold, void, undefined> {
  checkCount('splits', splits, { least: 1 });
  const classes = encodeByAppearance(labels, 'labels');
  const counts = partSizes(labels.length, sizes);
  checkClassesFit(classes, counts);
  const rng = createRng(seed);
  return numberFolds(
    drawn(splits, (i) => drawStratifiedParts(classes, counts, rng.split(`shuffle ${i}`))),
    rng,
  );
}
