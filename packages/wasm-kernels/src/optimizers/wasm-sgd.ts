import { MomentumOptimizer, type Scalar, SGDOptimizer } from '@tensorflow/tfjs-core';
import { scalarOf } from './adam-state.ts';
import { fusedUpdate, type Slot, type VariableGradients } from './fused-update.ts';

/** Settings of stochastic gradient descent. */
export interface WasmSgdOptions {
  readonly learningRate?: number;
  /** 0: plain descent, which keeps no state. */
  readonly momentum?: number;
  /** Nesterov's look ahead; only with momentum. */
  readonly nesterov?: boolean;
}

/** What MomentumOptimizer of TensorFlow.js 4.22 keeps, private in its types. `m` and `c` are what its formulas use. */
interface MomentumState {
  m: Scalar;
  useNesterov: boolean;
  accumulations: Slot[];
}

/** SGDOptimizer whose step is one pass over memory on the WASM backend, and the stock one everywhere else. */
export class WasmSgdOptimizer extends SGDOptimizer {
  override applyGradients(variableGradients: Parameters<SGDOptimizer['applyGradients']>[0]): void {
    const rate = -scalarOf(this.c);
    const done = fusedUpdate(variableGradients as VariableGradients, [], (exports, count, value, gradient) =>
      exports.sgd(count, value, gradient, rate),
    );
    if (done) this.incrementIterations();
    else super.applyGradients(variableGradients);
  }
}

/** MomentumOptimizer whose step is one pass over memory on the WASM backend, and the stock one everywhere else. */
export class WasmMomentumOptimizer extends MomentumOptimizer {
  override applyGradients(variableGradients: Parameters<MomentumOptimizer['applyGradients']>[0]): void {
    const { m, useNesterov, accumulations } = this as unknown as MomentumState;
    const [rate, momentum] = [-scalarOf(this.c), scalarOf(m)];
    const slots = [{ list: accumulations, suffix: 'momentum' }];
    const done = fusedUpdate(variableGradients as VariableGradients, slots, (exports, count, value, gradient, at) =>
      exports.momentum(count, value, gradient, at[0]!, rate, momentum, useNesterov),
    );
    if (done) this.incrementIterations();
    else super.applyGradients(variableGradients);
  }

  /** Disposes the learning rate too, which the stock optimizer leaves behind. */
  override dispose(): void {
    super.dispose();
    this.c.dispose();
  }
}

/** Gradient descent for `model.compile` or `minimize`; saves and loads like `tf.train.sgd` or `tf.train.momentum`. */
export function wasmSgd({ learningRate = 0.01, momentum = 0, nesterov = false }: WasmSgdOptions = {}) {
  if (momentum === 0) return new WasmSgdOptimizer(learningRate);
  return new WasmMomentumOptimizer(learningRate, momentum, nesterov);
}
