import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { benchPictures } from './bench-pictures.ts';
import { ours, pillow, pillowTwo, sharp } from './contenders/specs.ts';

/** Given to the contenders. */
export interface BenchArgs {
  /** JPEG files, the same for all. */
  readonly paths: readonly string[];
  /** Of the resized pictures, [height, width]. */
  readonly size: readonly [number, number];
  readonly threads: number;
}

const COUNT = 100;

/** Names the rows; Pillow in two processes takes part in the first only. */
export const TWO = `${COUNT} photographs to 124x124, bilinear, two workers`;
const ONE = `${COUNT} photographs to 124x124, bilinear, one thread`;

/** Decoding JPEGs that are in memory, and resizing them without antialiasing where the contender can. */
const bench: Bench = async (options) => {
  const { paths, cleanUp } = await benchPictures(COUNT);
  const args = (threads: number): BenchArgs => ({ paths, size: [124, 124], threads });
  const rows = [
    { name: TWO, args: args(2) },
    { name: ONE, args: args(1) },
  ];
  try {
    const peers = [sharp, pillow, { ...pillowTwo, works: [TWO] }];
    return await race({ work: 'decode', rows, ours, peers }, options);
  } finally {
    await cleanUp();
  }
};

export default bench;
