import { ArgumentError, type Fold, type Rng } from '@animals/core';
import { checkClassSizes, type OnWarning } from './split/check-class-sizes.ts';
import { type Codes, encodeSorted, type Name } from './split/encode.ts';
import { generateFolds } from './split/generate-folds.ts';
import { groupTable } from './split/group-table.ts';
import type { SplitOptions } from './split/split-options.ts';
import { spreadGroups } from './split/spread-groups.ts';

/**
 * Splits samples into k folds that keep each group together and hold the classes in about the same proportion.
 *
 * Greedy: the group with the most uneven classes goes first, each to the fold that leaves the folds most alike. No test
 * part is empty. `shuffle` draws lots among groups that are equally uneven. One label and one group a sample.
 * @throws ArgumentError if labels and groups differ in length, k is no integer in [2, number of groups], every class has
 * fewer than k members, or a seed is given without shuffle. A class with fewer than k members beside larger ones is
 * warned of through `onWarning`.
 * @see scikit-learn StratifiedGroupKFold, whose folds these are without shuffle, but for its empty folds (issue 34828).
 */
export function stratifiedGroupKFold(
  labels: ArrayLike<Name>,
  groups: ArrayLike<Name>,
  options: SplitOptions & OnWarning = {},
): Generator<Fold, void, undefined> {
  if (labels.length !== groups.length) {
    throw new ArgumentError('groups', `groups must hold one for each of ${labels.length} labels, got ${groups.length}`);
  }
  const classes = encodeSorted(labels, 'labels');
  const members = encodeSorted(groups, 'groups');
  const byClass = checkClassSizes(classes.counts, options);
  const byGroup = { most: members.counts.length, units: 'groups' };
  const assign = (k: number, rng: Rng | null) => assignGroups({ classes, members, k, rng });
  return generateFolds({ ...(byGroup.most < byClass.most ? byGroup : byClass), assign }, options);
}

interface Work {
  readonly classes: Codes;
  readonly members: Codes;
  readonly k: number;
  readonly rng: Rng | null;
}

function assignGroups({ classes, members, k, rng }: Work): Uint32Array {
  const groupCount = members.counts.length;
  const order = rng ? rng.permutation(groupCount) : Uint32Array.from(members.counts.keys());
  const table = groupTable(classes, members);
  const placed = spreadGroups({ rows: Array.from(order, (g) => table[g] as Float64Array), totals: classes.counts, k });
  const foldOfGroup = new Uint32Array(groupCount);
  for (const [position, fold] of placed.entries()) foldOfGroup[order[position] as number] = fold;
  return members.codes.map((group) => foldOfGroup[group] as number);
}
