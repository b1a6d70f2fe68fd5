import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { digitsFile } from './companions/samples-file.ts';
import { type CompanionArgs, ours, oursDescent, pynndescent, sklearn } from './companions/specs.ts';

/** The nearest neighbours of digits of 784 values, one thread: milliseconds. Ours compares all pairs. */
const bench: Bench = (options) => {
  const row = (count: number, k: number) => ({
    name: `${k} neighbours of ${count} digits`,
    args: { ...digitsFile(count), k } satisfies CompanionArgs,
  });
  const rows = [row(10_000, 90), row(10_000, 15), row(2000, 15)];
  return race({ work: 'neighbours', rows, ours, peers: [sklearn, oursDescent, pynndescent] }, options);
};

export default bench;
