import type * as core from '@tensorflow/tfjs-core';
import type * as layers from '@tensorflow/tfjs-layers';

/** TensorFlow.js as a contender has it: tfjs-node brings a copy of its own, so the works are handed theirs. */
export interface BenchTf {
  readonly core: typeof core;
  readonly layers: typeof layers;
  /** The fastest Adam that the contender has. */
  readonly adam: (learningRate: number, beta1?: number) => core.Optimizer;
}
