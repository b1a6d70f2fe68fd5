import type { Bench } from '../../../tools/src/bench/index.ts';
import { type Comparison, compare } from './comparison/compare.ts';
import { handwritten, pictures } from './data/bench-data.ts';

/**
 * Whole t-SNE runs at default settings (1,000 iterations for the exact peers, which have no default): time and most memory
 * of a process of its own, divergence and trustworthiness by one judge. Peers that need many minutes sit large sizes out.
 */
const bench: Bench = async (options) => {
  const comparisons: Comparison[] = [
    { data: handwritten(1000), peers: ['druidjs', 'keckelt', 'umap-js', 'ours-umap', 'sklearn-2'], rounds: 3 },
    { data: await pictures(), peers: ['druidjs', 'umap-js', 'sklearn-2'], rounds: 3 },
    { data: handwritten(5000), peers: ['umap-js', 'ours-umap', 'sklearn-2'], rounds: 1 },
    { data: handwritten(10_000), peers: ['umap-js', 'ours-umap', 'sklearn-2'], rounds: 1 },
  ];
  const rows = [];
  for (const comparison of comparisons) rows.push(await compare(comparison, options));
  return rows;
};

export default bench;
