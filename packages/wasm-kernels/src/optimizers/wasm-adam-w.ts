import { type AdamOptimizer, engine, mul, type NamedTensorMap, serialization, tidy } from '@tensorflow/tfjs-core';
import type { VariableGradients } from './fused-update.ts';
import { WasmAdamOptimizer, type WasmAdamOptions } from './wasm-adam.ts';

/** Settings of AdamW. */
export interface WasmAdamWOptions extends WasmAdamOptions {
  /** Share of the learning rate by which every trained value shrinks per step. */
  readonly weightDecay?: number;
}

/**
 * Adam with decoupled weight decay: each step first multiplies the values by 1 - learningRate * weightDecay. TensorFlow.js has
 * no such optimizer; away from the WASM backend the same formula runs as ordinary ops.
 * @see Loshchilov and Hutter, "Decoupled Weight Decay Regularization" (2019); Keras' and PyTorch's AdamW agree.
 */
export class WasmAdamWOptimizer extends WasmAdamOptimizer {
  readonly weightDecay: number;

  static override get className(): string {
    return 'AdamW';
  }

  constructor(learningRate: number, beta1: number, beta2: number, epsilon?: number, weightDecay = 0.004) {
    super(learningRate, beta1, beta2, epsilon);
    this.weightDecay = weightDecay;
  }

  override applyGradients(variableGradients: Parameters<AdamOptimizer['applyGradients']>[0]): void {
    const keep = 1 - this.learningRate * this.weightDecay;
    if (this.applyFused(variableGradients as VariableGradients, keep)) return;
    decay(variableGradients as VariableGradients, keep);
    this.applyStock(variableGradients);
  }

  override getConfig(): serialization.ConfigDict {
    return { ...super.getConfig(), weightDecay: this.weightDecay };
  }

  static override fromConfig<T extends serialization.Serializable>(
    cls: serialization.SerializableConstructor<T>,
    config: serialization.ConfigDict,
  ): T {
    const { learningRate, beta1, beta2, epsilon, weightDecay } = config;
    return new cls(learningRate, beta1, beta2, epsilon, weightDecay);
  }
}
serialization.registerClass(WasmAdamWOptimizer);

function decay(gradients: VariableGradients, keep: number): void {
  const named = Array.isArray(gradients) ? gradients : Object.entries(gradients as NamedTensorMap);
  for (const entry of named) {
    const [name, tensor] = Array.isArray(entry) ? entry : [entry.name, entry.tensor];
    const variable = engine().registeredVariables[name];
    if (tensor && variable) tidy(() => variable.assign(mul(variable, keep)));
  }
}

/** AdamW for `model.compile` or `minimize`. */
export function wasmAdamW({
  learningRate = 0.001,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon,
  weightDecay = 0.004,
}: WasmAdamWOptions = {}) {
  return new WasmAdamWOptimizer(learningRate, beta1, beta2, epsilon, weightDecay);
}
