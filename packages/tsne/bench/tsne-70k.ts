import type { Bench } from '../../../tools/src/bench/index.ts';
import { compare } from './comparison/compare.ts';
import { fashion } from './data/bench-data.ts';

/** The same as `tsne`, on all of Fashion-MNIST: minutes for us, more for scikit-learn. */
const bench: Bench = async (options) => [
  await compare({ data: fashion(), peers: ['ours-umap', 'sklearn-2'], rounds: 1 }, options),
];

export default bench;
