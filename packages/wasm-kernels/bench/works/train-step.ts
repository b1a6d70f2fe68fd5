import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { Work } from '../../../../tools/src/bench/index.ts';
import type { BenchTf } from './bench-tf.ts';
import { randomTensor } from './random-tensor.ts';

/** Batch and picture of one step, and the filters of its convolution. */
export interface TrainStepArgs {
  readonly batch: number;
  readonly size: number;
  readonly filters: number;
  readonly units: number;
}

/** One step of the study's baseline: convolution, pooling, two dense layers, binary cross-entropy, Adam. */
export function trainStep(tf: BenchTf, { batch, size, filters, units }: TrainStepArgs): Work {
  const { core, layers } = tf;
  const model = layers.sequential({
    layers: [
      layers.layers.conv2d({ filters, kernelSize: 3, activation: 'relu', inputShape: [size, size, 3] }),
      layers.layers.maxPooling2d({ poolSize: 2 }),
      layers.layers.flatten(),
      layers.layers.dense({ units, activation: 'relu' }),
      layers.layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  const optimizer = tf.adam(1e-3);
  const xs = core.tidy(() => core.abs(randomTensor(tf, [batch, size, size, 3])));
  const ys = core.tensor2d(Array.from({ length: batch }, (_, i) => [i % 2]));
  const loss = () => {
    const p = core.clipByValue(model.apply(xs, { training: true }) as Tensor, 1e-7, 1 - 1e-7);
    const right = core.add(core.mul(ys, core.log(p)), core.mul(core.sub(1, ys), core.log(core.sub(1, p))));
    return core.neg(core.mean(right)) as Scalar;
  };
  return {
    async step() {
      const value = optimizer.minimize(loss, true);
      await value?.data();
      value?.dispose();
    },
    dispose() {
      core.dispose([xs, ys]);
      model.dispose();
      optimizer.dispose();
    },
  };
}
