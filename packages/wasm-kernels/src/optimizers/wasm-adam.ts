import { AdamOptimizer } from '@tensorflow/tfjs-core';
import { type AdamState, betaPower, syncPower } from './adam-state.ts';
import { fusedUpdate, type VariableGradients } from './fused-update.ts';

/** Settings of Adam, with the defaults of TensorFlow.js. */
export interface WasmAdamOptions {
  readonly learningRate?: number;
  readonly beta1?: number;
  readonly beta2?: number;
  /** Added to the denominator; by default what the backend calls its epsilon. */
  readonly epsilon?: number;
}

/** AdamOptimizer whose step is one pass over memory on the WASM backend, and the stock one everywhere else. */
export class WasmAdamOptimizer extends AdamOptimizer {
  override applyGradients(variableGradients: Parameters<AdamOptimizer['applyGradients']>[0]): void {
    if (!this.applyFused(variableGradients as VariableGradients, 1)) this.applyStock(variableGradients);
  }

  /** One fused step after the values were multiplied by `keep`; false if the stock formulas have to be used. */
  protected applyFused(variableGradients: VariableGradients, keep: number): boolean {
    const state = this as unknown as AdamState;
    const { beta1, beta2, learningRate, epsilon } = state;
    const rate = learningRate / (1 - betaPower(beta1, this.iterations));
    const correction = 1 / (1 - betaPower(beta2, this.iterations));
    const slots = [
      { list: state.accumulatedFirstMoment, suffix: 'm' },
      { list: state.accumulatedSecondMoment, suffix: 'v' },
    ];
    const done = fusedUpdate(variableGradients, slots, (exports, count, value, gradient, [m, v]) =>
      exports.adam(count, value, gradient, m!, v!, beta1, 1 - beta1, beta2, 1 - beta2, rate, correction, epsilon, keep),
    );
    if (done) this.incrementIterations();
    return done;
  }

  /** One step by the stock formulas. */
  protected applyStock(variableGradients: Parameters<AdamOptimizer['applyGradients']>[0]): void {
    const state = this as unknown as AdamState;
    syncPower(state.accBeta1, this.beta1, this.iterations);
    syncPower(state.accBeta2, this.beta2, this.iterations);
    super.applyGradients(variableGradients);
  }
}

/** Adam for `model.compile` or `minimize`; saves and loads like `tf.train.adam`. */
export function wasmAdam({ learningRate = 0.001, beta1 = 0.9, beta2 = 0.999, epsilon }: WasmAdamOptions = {}) {
  return new WasmAdamOptimizer(learningRate, beta1, beta2, epsilon);
}
