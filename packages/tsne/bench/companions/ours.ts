/** The contender that runs this package. */
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import { nearestNeighbours, pca, umap } from '../../src/index.ts';
import { readSamples } from './samples-file.ts';
import type { CompanionArgs } from './specs.ts';

const descent = process.argv[2] === 'ours-descent';

await serveContender((name, args): Work => {
  const { rows, columns, components = 2, k = 15, ...file } = args as CompanionArgs;
  const xs = { data: readSamples({ ...file, rows, columns }), rows, columns };
  let seed = 0;
  const works: Record<string, () => Promise<unknown>> = {
    pca: () => pca(xs, { components }),
    neighbours: () => nearestNeighbours(xs, { k, method: descent ? 'descent' : 'exact', seed: seed++ }),
    umap: () => umap(xs, { seed: seed++ }),
  };
  const work = works[name];
  if (!work) throw new Error(`no work is called ${name}`);
  return {
    async step() {
      await work();
    },
  };
});
