import { RMSPropOptimizer } from '@tensorflow/tfjs-core';
import { fusedUpdate, type Slot, type VariableGradients } from './fused-update.ts';

/** Settings of RMSProp, with the defaults of TensorFlow.js. */
export interface WasmRmsPropOptions {
  readonly learningRate?: number;
  /** Share of the old mean square that each step keeps. */
  readonly decay?: number;
  readonly momentum?: number;
  /** Added under the root; by default what the backend calls its epsilon. */
  readonly epsilon?: number;
  /** Take the square of the mean gradient off the mean square. */
  readonly centered?: boolean;
}

/** What RMSPropOptimizer of TensorFlow.js 4.22 keeps, private in its types. */
interface RmsPropState {
  centered: boolean;
  accumulatedMeanSquares: Slot[];
  accumulatedMoments: Slot[];
  accumulatedMeanGrads: Slot[];
}

/** RMSPropOptimizer whose step is one pass over memory on the WASM backend, and the stock one everywhere else. */
export class WasmRmsPropOptimizer extends RMSPropOptimizer {
  override applyGradients(variableGradients: Parameters<RMSPropOptimizer['applyGradients']>[0]): void {
    const { decay, momentum, learningRate, epsilon } = this;
    const state = this as unknown as RmsPropState;
    const slots = [
      { list: state.accumulatedMeanSquares, suffix: 'rms' },
      { list: state.accumulatedMoments, suffix: 'momentum' },
      ...(state.centered ? [{ list: state.accumulatedMeanGrads, suffix: 'mg' }] : []),
    ];
    const settings = [decay, 1 - decay, momentum, learningRate, epsilon];
    const done = fusedUpdate(variableGradients as VariableGradients, slots, (exports, count, value, gradient, at) => {
      const [square, moment, mean] = at as [number, number, number?];
      if (mean === undefined) exports.rmsProp(count, value, gradient, square, moment, ...settings);
      else exports.rmsPropCentred(count, value, gradient, square, moment, mean, ...settings);
    });
    if (done) this.incrementIterations();
    else super.applyGradients(variableGradients);
  }
}

/** RMSProp for `model.compile` or `minimize`; saves and loads like `tf.train.rmsprop`. */
export function wasmRmsProp(options: WasmRmsPropOptions = {}) {
  const { learningRate = 0.001, decay = 0.9, momentum = 0, epsilon, centered = false } = options;
  return new WasmRmsPropOptimizer(learningRate, decay, momentum, epsilon, centered);
}
