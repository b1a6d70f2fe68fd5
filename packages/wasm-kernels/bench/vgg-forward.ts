import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { kerasAll, ours, oursRelaxed, stockWasm, tfjsNode, torch1, torchAll } from './contenders/specs.ts';
import type { VggForwardArgs } from './works/vgg-forward.ts';

/** VGG19's convolutional base on pictures of 124 x 124, batches of 8 and of 1. */
const bench: Bench = (options) => {
  const rows = [8, 1].map((batch) => {
    const args: VggForwardArgs = { batch, size: 124 };
    return { name: `VGG19 forward, 124x124, batch ${batch}`, args };
  });
  const peers = [torch1, torchAll, kerasAll, ...tfjsNode, oursRelaxed, stockWasm];
  return race({ work: 'vggForward', rows, ours, peers }, options);
};

export default bench;
