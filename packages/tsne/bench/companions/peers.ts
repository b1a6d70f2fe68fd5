/** Contenders in JavaScript; the argument says which. */
import { serveContender, type Work } from '../../../../tools/src/bench/index.ts';
import { readSamples } from './samples-file.ts';
import type { CompanionArgs } from './specs.ts';

const peer = process.argv[2];

await serveContender(async (name, args): Promise<Work> => {
  const { rows, columns, components = 2, ...file } = args as CompanionArgs;
  const data = readSamples({ ...file, rows, columns });
  const samples = Array.from({ length: rows }, (_, i) => [...data.subarray(i * columns, (i + 1) * columns)]);
  if (peer === 'umap-js' && name === 'umap') {
    const { UMAP } = await import('umap-js');
    return { step: () => void new UMAP().fit(samples) };
  }
  if (peer === 'druidjs' && name !== 'neighbours') {
    const { PCA, UMAP } = await import('@saehrimnir/druidjs');
    if (name === 'pca') return { step: () => void new PCA(samples, { d: components }).transform() };
    return { step: () => void new UMAP(samples, { n_neighbors: 15, seed: 1 }).transform(500) };
  }
  throw new Error(`${peer} has no ${name}`);
});
