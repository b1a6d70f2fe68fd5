import { type Bench, race } from '../../../tools/src/bench/index.ts';
import { ours, oursRelaxed, stockWasm, tfjsNode, torch1, torchAll } from './contenders/specs.ts';
import type { DcganStepArgs } from './works/dcgan-step.ts';

/** A step of a DCGAN at 64 x 64: the discriminator on real and made pictures, then the generator. */
const bench: Bench = (options) => {
  const args: DcganStepArgs = { batch: 32, filters: 64 };
  const rows = [{ name: 'DCGAN step, 64x64, batch 32, nf 64', args }];
  return race(
    { work: 'dcganStep', rows, ours, peers: [torch1, torchAll, ...tfjsNode, oursRelaxed, stockWasm] },
    options,
  );
};

export default bench;
