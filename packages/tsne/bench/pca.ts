import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { digitsFile, picturesFile } from './companions/samples-file.ts';
import { type CompanionArgs, druid, ours, sklearn } from './companions/specs.ts';

const SMALL = '2000 digits of 784 values, 2 components';

/** Fit and scores, one thread: milliseconds. */
const bench: Bench = (options) => {
  const rows = [
    { name: '200 pictures of 46128 values, 2 components', args: { ...picturesFile(), components: 2 } },
    { name: SMALL, args: { ...digitsFile(2000), components: 2 } },
    { name: '10000 digits of 784 values, 50 components', args: { ...digitsFile(10_000), components: 50 } },
  ] satisfies { name: string; args: CompanionArgs }[];
  return race({ work: 'pca', rows, ours, peers: [sklearn, { ...druid, works: [SMALL] }] }, options);
};

export default bench;
