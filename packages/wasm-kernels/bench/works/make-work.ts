import type { MakeWork } from '../../../../tools/src/bench/index.ts';
import type { BenchTf } from './bench-tf.ts';
import { dcganStep } from './dcgan-step.ts';
import { kernel } from './kernel.ts';
import { trainStep } from './train-step.ts';
import { vggForward } from './vgg-forward.ts';

const WORKS = { dcganStep, kernel, trainStep, vggForward };

/** Name of a piece of work that a contender can build. */
export type WorkName = keyof typeof WORKS;

/** Builds works by name for one TensorFlow.js. */
export function makeWorkFor(tf: BenchTf): MakeWork {
  return (name, args) => {
    const make = WORKS[name as WorkName] as ((tf: BenchTf, args: unknown) => ReturnType<typeof trainStep>) | undefined;
    if (!make) throw new Error(`no work is called ${name}`);
    return make(tf, args);
  };
}
