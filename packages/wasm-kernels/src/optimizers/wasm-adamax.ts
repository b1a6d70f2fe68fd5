import { AdamaxOptimizer, scalar, tidy, type Variable } from '@tensorflow/tfjs-core';
import { betaPower, syncPower } from './adam-state.ts';
import { fusedUpdate, type Slot, type VariableGradients } from './fused-update.ts';
import type { WasmAdamOptions } from './wasm-adam.ts';

type NamedTensor = Awaited<ReturnType<AdamaxOptimizer['saveIterations']>>;

/** Settings of Adamax, with the defaults of TensorFlow.js. */
export interface WasmAdamaxOptions extends WasmAdamOptions {
  /** The learning rate of step t is learningRate / (1 + t * decay). */
  readonly decay?: number;
}

/** What AdamaxOptimizer of TensorFlow.js 4.22 keeps, private in its types. */
interface AdamaxState {
  accBeta1: Variable;
  iteration: Variable;
  accumulatedFirstMoment: Slot[];
  accumulatedWeightedInfNorm: Slot[];
}

/**
 * AdamaxOptimizer whose step is one pass over memory on the WASM backend, and the stock one everywhere else. It also saves and
 * restores its state, which the stock one does not.
 */
export class WasmAdamaxOptimizer extends AdamaxOptimizer {
  override applyGradients(variableGradients: Parameters<AdamaxOptimizer['applyGradients']>[0]): void {
    if (this.#applyFused(variableGradients as VariableGradients)) return;
    syncPower(this.#state.accBeta1, this.beta1, this.iterations);
    tidy(() => this.#state.iteration.assign(scalar(this.iterations)));
    super.applyGradients(variableGradients);
  }

  #applyFused(variableGradients: VariableGradients): boolean {
    const state = this.#state;
    const { beta1, beta2, epsilon } = this;
    const rate = this.learningRate / (1 + this.iterations * this.decay) / (1 - betaPower(beta1, this.iterations));
    const slots = [
      { list: state.accumulatedFirstMoment, suffix: 'm' },
      { list: state.accumulatedWeightedInfNorm, suffix: 'v' },
    ];
    const done = fusedUpdate(variableGradients, slots, (exports, count, value, gradient, [m, u]) =>
      exports.adamax(count, value, gradient, m!, u!, beta1, 1 - beta1, beta2, rate, epsilon),
    );
    if (done) this.incrementIterations();
    return done;
  }

  override async getWeights(): Promise<NamedTensor[]> {
    const { accumulatedFirstMoment, accumulatedWeightedInfNorm } = this.#state;
    const slots = [...accumulatedFirstMoment, ...accumulatedWeightedInfNorm];
    return [await this.saveIterations(), ...slots.map((slot) => ({ name: slot.originalName, tensor: slot.variable }))];
  }

  override async setWeights(weightValues: NamedTensor[]): Promise<void> {
    const weights = await this.extractIterations(weightValues);
    const state = this.#state;
    const slots = weights.map(({ name, tensor }) => ({ originalName: name, variable: tensor.variable(false) }));
    state.accumulatedFirstMoment = slots.slice(0, slots.length / 2);
    state.accumulatedWeightedInfNorm = slots.slice(slots.length / 2);
  }

  get #state(): AdamaxState {
    return this as unknown as AdamaxState;
  }
}

/** Adamax for `model.compile` or `minimize`. */
export function wasmAdamax({
  learningRate = 0.002,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon,
  decay = 0,
}: WasmAdamaxOptions = {}) {
  return new WasmAdamaxOptimizer(learningRate, beta1, beta2, epsilon, decay);
}
