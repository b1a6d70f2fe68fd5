/** A contender that runs TensorFlow.js; its argument is the flavour. */
import { serveContender } from '../../../../tools/src/bench/index.ts';
import { makeWorkFor } from '../works/make-work.ts';
import { type Flavour, loadBenchTf } from './load-bench-tf.ts';

const loading = loadBenchTf(process.argv[2] as Flavour);
loading.catch(() => {});
await serveContender(async (name, args) => makeWorkFor(await loading)(name, args));
