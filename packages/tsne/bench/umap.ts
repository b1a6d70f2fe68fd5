import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { digitsFile } from './companions/samples-file.ts';
import { type CompanionArgs, druid, ours, umapJs, umapLearn } from './companions/specs.ts';

/** UMAP of digits of 784 values with 15 neighbours and 500 epochs, from samples to points, one thread: milliseconds. */
const bench: Bench = (options) => {
  const row = (count: number) => ({ name: `${count} digits`, args: digitsFile(count) satisfies CompanionArgs });
  const rows = [row(2000), row(1000), row(10_000)];
  const few = { once: true, works: ['2000 digits', '1000 digits'] };
  return race({ work: 'umap', rows, ours, peers: [umapLearn, { ...umapJs, ...few }, { ...druid, ...few }] }, options);
};

export default bench;
