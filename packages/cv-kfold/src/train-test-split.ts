import { ArgumentError, createRng, type Fold, type Rng } from '@animals/core';
import { checkSampleCount } from './split/check-count.ts';
import { drawGroups } from './split/draw-groups.ts';
import { drawParts } from './split/draw-parts.ts';
import { checkClassesFit, drawStratifiedParts } from './split/draw-stratified-parts.ts';
import { encodeByAppearance, encodeSorted, type Name } from './split/encode.ts';
import { partSizes, type SizeOptions } from './split/part-sizes.ts';
import { type Parts, partsByMark } from './split/parts.ts';

/** How to split once; lists have one entry a sample. */
export interface TrainTestOptions extends SizeOptions {
  /** Keeps the proportions of these classes in both parts. */
  readonly labels?: ArrayLike<Name> | undefined;
  /** Keeps these groups together; `testSize` is then a share that whole groups meet about, and `trainSize` is left out. */
  readonly groups?: ArrayLike<Name> | undefined;
  /** False takes the samples as they stand, train before test, without `seed`, `labels` and `groups`. */
  readonly shuffle?: boolean;
  /** Decides the draw; 0 when left out. */
  readonly seed?: number;
}

const USUAL_TEST = 0.25;

/**
 * Splits n samples once, a quarter of them in test unless told: plain, by class, by group, or by both.
 *
 * Both parts are sorted. With `groups` the test part's share of each class is as close to `testSize` as groups taken in
 * random order bring it, and neither part is empty.
 * @throws ArgumentError if a list is not of n entries, there are fewer than two groups, a size is out of its range, or an
 * option is given beside one that makes it void.
 * @see scikit-learn train_test_split, whose sizes and class counts these are; it knows no groups.
 */
export function trainTestSplit(n: number, options: TrainTestOptions = {}): Fold {
  checkSampleCount(n);
  const { labels, groups, shuffle = true, seed = 0 } = options;
  for (const [parameter, list] of Object.entries({ labels, groups })) checkLength(parameter, list, n);
  const rng = createRng(seed);
  const parts = shuffle ? draw(n, options, rng.split('shuffle 0')) : inOrder(n, options);
  return { index: 0, repeat: 0, ...parts, seed: rng.split('fold 0 0').seed };
}

function draw(n: number, { labels, groups, ...options }: TrainTestOptions, rng: Rng): Parts {
  if (groups) return byGroup(groups, { labels, ...options }, rng);
  const sizes = partSizes(n, options, USUAL_TEST);
  if (!labels) return drawParts(n, sizes, rng);
  const classes = encodeByAppearance(labels, 'labels');
  checkClassesFit(classes, sizes);
  return drawStratifiedParts(classes, sizes, rng);
}

function byGroup(
  groups: ArrayLike<Name>,
  { labels, testSize = USUAL_TEST, trainSize }: TrainTestOptions,
  rng: Rng,
): Parts {
  if (trainSize !== undefined) {
    throw new ArgumentError('trainSize', `trainSize must be left out with groups, got ${trainSize}; give testSize`);
  }
  if (!(testSize > 0 && testSize < 1)) {
    throw new ArgumentError('testSize', `testSize must be a share in (0, 1) with groups, got ${testSize}`);
  }
  const members = encodeSorted(groups, 'groups');
  if (members.counts.length < 2) {
    throw new ArgumentError('groups', `groups must hold at least 2 groups, got ${members.counts.length}`);
  }
  const classes = encodeSorted(labels ?? new Uint8Array(groups.length), 'labels');
  const isTest = drawGroups({ classes, members, share: testSize, rng });
  return partsByMark(
    members.codes.map((group) => isTest[group] as number),
    1,
  );
}

function inOrder(n: number, { labels, groups, seed, ...sizes }: TrainTestOptions): Parts {
  for (const [parameter, value] of Object.entries({ labels, groups, seed })) {
    if (value === undefined) continue;
    throw new ArgumentError(parameter, `${parameter} must be left out without shuffle; set shuffle: true or drop it`);
  }
  const { train, test } = partSizes(n, sizes, USUAL_TEST);
  const samples = Uint32Array.from({ length: train + test }, (_, i) => i);
  return { train: samples.slice(0, train), test: samples.slice(train) };
}

function checkLength(parameter: string, list: ArrayLike<Name> | undefined, n: number): void {
  if (list === undefined || list.length === n) return;
  throw new ArgumentError(parameter, `${parameter} must hold one for each of ${n} samples, got ${list.length}`);
}
