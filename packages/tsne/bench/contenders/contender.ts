/** One contender, one run: reads samples from a file, writes its embedding to another, and prints its time and memory. */
import { readFileSync, writeFileSync } from 'node:fs';

const [name, input, output, rowsText, columnsText] = process.argv.slice(2) as [string, string, string, string, string];
const [rows, columns] = [Number(rowsText), Number(columnsText)];
const bytes = readFileSync(input);
const data = new Float32Array(bytes.buffer, bytes.byteOffset, rows * columns);

const RUNS: Record<string, () => Promise<() => Promise<ArrayLike<number>>>> = {
  ours: async () => {
    const { tsne } = await import('../../src/index.ts');
    return async () => (await tsne({ data, shape: [rows, columns] })).embedding.data;
  },
  'ours-umap': async () => {
    const { umap } = await import('../../src/index.ts');
    return async () => (await umap({ data, shape: [rows, columns] })).embedding.data;
  },
  druidjs: async () => {
    const { TSNE } = await import('@saehrimnir/druidjs');
    const xs = lists();
    return async () => (new TSNE(xs, { perplexity: perplexity() }).transform(1000) as number[][]).flat();
  },
  keckelt: async () => {
    const { TSNE } = await import('@keckelt/tsne');
    const xs = lists();
    return async () => {
      const run = new TSNE({ perplexity: perplexity(), epsilon: 10, dim: 2 });
      run.initDataRaw(xs);
      for (let i = 0; i < 1000; i++) run.step();
      return (run.getSolution() as number[][]).flat();
    };
  },
  'umap-js': async () => {
    const { UMAP } = await import('umap-js');
    const xs = lists();
    return async () => new UMAP().fit(xs).flat();
  },
};

function lists(): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}

const perplexity = () => Math.min(30, (rows - 1) / 3);

const run = await RUNS[name]?.();
if (!run) throw new Error(`no contender is called ${name}`);
const start = performance.now();
const embedding = await run();
const ms = performance.now() - start;
const megabytes = process.resourceUsage().maxRSS / 1024;
writeFileSync(output, new Uint8Array(Float32Array.from(embedding).buffer));
console.log(JSON.stringify({ ms, megabytes }));
