import { ArgumentError, createRng, type Fold, mean, type Rng } from '@animals/core';
import { crossValidate } from './cross-validate.ts';
import type { ModelTask } from './model/model-task.ts';
import type { CrossValidateOptions } from './run-folds.ts';
import { checkCount } from './split/check-count.ts';
import { encodeByAppearance, type Name } from './split/encode.ts';

/** What is tested, and how the folds of each permutation are run. */
export interface PermutationTestOptions<M extends string> extends CrossValidateOptions {
  /** The metric that is tested. */
  readonly metric: M;
  /** Whether a lower score is the better one, as of a loss. */
  readonly lowerIsBetter?: boolean;
  /** How often the truth is permuted, from 1: the smallest p-value is 1 / (permutations + 1). */
  readonly permutations?: number;
  /** One group a sample: the truth is permuted within groups only. */
  readonly groups?: ArrayLike<Name>;
  /** Decides the permutations; 0 when left out. */
  readonly seed?: number;
}

/** A score, and what scores come of chance. */
export interface PermutationTest {
  /** Mean score over the folds with the truth as it is. */
  readonly score: number;
  /** The same for each permuted truth. */
  readonly permuted: Float64Array;
  /** (1 + permuted scores that are as good as `score`) / (1 + permutations). */
  readonly pValue: number;
}

/**
 * Asks how often a model scores as well when the truth is permuted, so that there is nothing to learn.
 *
 * `split` makes the folds of a truth, so that stratified folds follow the permuted one as well: `(truth) =>
 * stratifiedKFold(truth)`. The model is fitted `(permutations + 1) * folds` times. `onProgress` counts permutations.
 * @throws ArgumentError before anything is fitted if there is no such metric, permutations is no integer from 1, or groups
 * are not one a sample; and else as `crossValidate` does.
 * @see scikit-learn permutation_test_score; Ojala and Garriga, "Permutation Tests for Studying Classifier Performance", 2010
 */
export async function permutationTest<T, P, M extends string>(
  split: (truth: readonly T[]) => Iterable<Fold>,
  task: ModelTask<T, P, M>,
  options: PermutationTestOptions<M>,
): Promise<PermutationTest> {
  const { metric, lowerIsBetter = false, permutations = 100, groups, seed = 0, onProgress, ...rest } = options;
  checkCount('permutations', permutations, { least: 1 });
  const judge = task.metrics[metric];
  if (typeof judge !== 'function') throw new ArgumentError('metric', `metric must be one of the task's, got ${metric}`);
  const truth = Array.from(task.truth);
  const blocks = blocksOf(groups, truth.length);
  const scoreOf = async (permuted: readonly T[]) => {
    const metrics = { [metric]: judge } as ModelTask<T, P, M>['metrics'];
    const results = await crossValidate(split(permuted), { ...task, truth: permuted, metrics }, rest).results();
    return mean(results.map(({ result }) => result.scores[metric]));
  };
  const score = await scoreOf(truth);
  const rng = createRng(seed);
  const permuted = new Float64Array(permutations);
  for (let i = 0; i < permutations; i++) {
    permuted[i] = await scoreOf(permute(truth, blocks, rng.split(`permutation ${i}`)));
    onProgress?.({ done: i + 1, total: permutations });
  }
  const asGood = permuted.filter((other) => (lowerIsBetter ? other <= score : other >= score)).length;
  return { score, permuted, pValue: (asGood + 1) / (permutations + 1) };
}

/** The samples within which the truth is permuted. */
function blocksOf(groups: ArrayLike<Name> | undefined, n: number): number[][] {
  const samples = Array.from({ length: n }, (_, i) => i);
  if (!groups) return [samples];
  if (groups.length !== n) {
    throw new ArgumentError('groups', `groups must hold one for each of ${n} samples, got ${groups.length}`);
  }
  const { codes, counts } = encodeByAppearance(groups, 'groups');
  if (counts.every((count) => count === 1)) {
    throw new ArgumentError('groups', 'groups must hold a group of at least 2 samples, or nothing is permuted');
  }
  return Array.from(counts, (_, group) => samples.filter((sample) => codes[sample] === group));
}

function permute<T>(truth: readonly T[], blocks: readonly number[][], rng: Rng): T[] {
  const permuted = [...truth];
  for (const block of blocks) {
    for (const [i, j] of rng.permutation(block.length).entries()) {
      permuted[block[i] as number] = truth[block[j] as number] as T;
    }
  }
  return permuted;
}
