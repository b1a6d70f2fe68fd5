import { type Bench, race } from '../../../tools/src/bench/index.ts';
import * as contenders from './contenders/specs.ts';
import type { TrainStepArgs } from './works/train-step.ts';

/** A training step of the study's baseline, 11.9 million parameters; then the throughput of two workers. */
const bench: Bench = async (options) => {
  const args: TrainStepArgs = { batch: 8, size: 124, filters: 32, units: 100 };
  const { ours, oursRelaxed, stockWasm, tfjsCpu, tfjsNode, torch1, torch1Fused, torchAll, keras1, kerasAll } =
    contenders;
  const step = await race(
    {
      work: 'trainStep',
      rows: [{ name: 'baseline step, batch 8, 124x124x3', args }],
      ours,
      peers: [torch1, torchAll, torch1Fused, keras1, kerasAll, ...tfjsNode, oursRelaxed, stockWasm, tfjsCpu],
    },
    options,
  );
  const two = await race(
    {
      work: 'trainStep',
      rows: [{ name: '6 baseline steps in 2 workers, against 1 worker', args }],
      ours: contenders.workers(2),
      peers: [contenders.workers(1)],
    },
    options,
  );
  return [...step, ...two];
};

export default bench;
