import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { mlCrossValidation, ours, scikitLearn } from './contenders/specs.ts';

/** What is split, and how. Sample i is of class i mod `classes` and of group i mod `groups`. */
export interface BenchArgs {
  readonly split: 'kFold' | 'stratifiedKFold' | 'groupKFold' | 'stratifiedGroupKFold' | 'stratifiedShuffleSplit';
  readonly n: number;
  readonly classes: number;
  readonly groups: number;
  /** How often a step does it. */
  readonly times: number;
}

const row = (args: BenchArgs) => ({
  name: `${args.split}, n ${args.n.toLocaleString('en')}${args.times > 1 ? `, ${args.times} times` : ''}`,
  args,
});

const rows = [
  row({ split: 'kFold', n: 100_000, classes: 2, groups: 5000, times: 1 }),
  row({ split: 'kFold', n: 200, classes: 2, groups: 40, times: 100 }),
  row({ split: 'stratifiedKFold', n: 100_000, classes: 3, groups: 5000, times: 1 }),
  row({ split: 'groupKFold', n: 100_000, classes: 3, groups: 5000, times: 1 }),
  row({ split: 'stratifiedGroupKFold', n: 20_000, classes: 3, groups: 2000, times: 1 }),
  row({ split: 'stratifiedShuffleSplit', n: 100_000, classes: 3, groups: 5000, times: 1 }),
];

/** Making all index arrays of a split: milliseconds for 5 shuffled folds, or 10 random splits, `times` times. */
const bench: Bench = (options) => {
  const plain = rows.filter(({ args }) => args.split === 'kFold').map(({ name }) => name);
  const peers = [{ ...mlCrossValidation, works: plain }, scikitLearn];
  return race({ work: 'split', rows, ours, peers }, options);
};

export default bench;
