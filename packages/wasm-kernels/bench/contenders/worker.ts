/** One worker of the contender `workers.ts`. */
import { parentPort } from 'node:worker_threads';
import type { Work } from '../../../../tools/src/bench/index.ts';
import { makeWorkFor } from '../works/make-work.ts';
import { loadBenchTf } from './load-bench-tf.ts';

const make = makeWorkFor(await loadBenchTf('simd'));
let work: Work | undefined;

parentPort?.on('message', async ({ name, args, steps = 0 }) => {
  try {
    if (name) work = await make(name, args);
    for (let i = 0; i < steps; i++) await work?.step();
    parentPort?.postMessage({});
  } catch (error) {
    parentPort?.postMessage({ failure: String(error) });
  }
});
