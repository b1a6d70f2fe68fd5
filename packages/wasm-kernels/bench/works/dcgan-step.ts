import type { Scalar, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { Work } from '../../../../tools/src/bench/index.ts';
import type { BenchTf } from './bench-tf.ts';
import { randomTensor } from './random-tensor.ts';

/** Batch, and filters of the widest picture-sized layer. */
export interface DcganStepArgs {
  readonly batch: number;
  readonly filters: number;
}

const LATENT = 100;

/**
 * One step of a DCGAN at 64 x 64: the discriminator on real and on made pictures, then the generator.
 *
 * The generator runs forward twice a step, because a tape of TensorFlow.js cannot be read a second time; the peers
 * reuse its pictures.
 *
 * @see Radford, Metz, Chintala 2016: Unsupervised Representation Learning with Deep Convolutional GANs.
 */
export function dcganStep(tf: BenchTf, { batch, filters }: DcganStepArgs): Work {
  const { core } = tf;
  const g = generator(tf, filters);
  const d = discriminator(tf, filters);
  const optimizers = { d: tf.adam(2e-4, 0.5), g: tf.adam(2e-4, 0.5) };
  const real = randomTensor(tf, [batch, 64, 64, 3]);
  const z = randomTensor(tf, [batch, LATENT]);
  const run = (model: LayersModel, x: Tensor) => model.apply(x, { training: true }) as Tensor;
  const loss = (logits: Tensor, target: number) =>
    core.losses.sigmoidCrossEntropy(core.fill(logits.shape, target), logits) as Scalar;
  const minimise = async (who: 'd' | 'g', cost: () => Scalar) => {
    const value = optimizers[who].minimize(cost, true, trainable(who === 'd' ? d : g));
    await value?.data();
    value?.dispose();
  };
  return {
    async step() {
      const fake = core.tidy(() => run(g, z));
      await minimise('d', () => core.add(loss(run(d, real), 1), loss(run(d, fake), 0)));
      fake.dispose();
      await minimise('g', () => loss(run(d, run(g, z)), 1));
    },
    dispose() {
      core.dispose([real, z]);
      for (const each of [g, d, optimizers.g, optimizers.d]) each.dispose();
    },
  };
}

function trainable(model: LayersModel): Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as Variable);
}

function generator({ layers: { sequential, layers } }: BenchTf, nf: number): LayersModel {
  const up = (filters: number) =>
    layers.conv2dTranspose({ filters, kernelSize: 4, strides: 2, padding: 'same', useBias: false });
  const normed = () => [layers.batchNormalization({ momentum: 0.9 }), layers.activation({ activation: 'relu' })];
  return sequential({
    layers: [
      layers.dense({ units: 16 * nf * 8, useBias: false, inputShape: [LATENT] }),
      layers.reshape({ targetShape: [4, 4, nf * 8] }),
      ...normed(),
      ...[nf * 4, nf * 2, nf].flatMap((filters) => [up(filters), ...normed()]),
      up(3),
      layers.activation({ activation: 'tanh' }),
    ],
  });
}

function discriminator({ layers: { sequential, layers } }: BenchTf, nf: number): LayersModel {
  const down = (filters: number, first = false) =>
    layers.conv2d({
      filters,
      kernelSize: 4,
      strides: 2,
      padding: 'same',
      useBias: false,
      ...(first && { inputShape: [64, 64, 3] }),
    });
  const leaky = () => layers.leakyReLU({ alpha: 0.2 });
  return sequential({
    layers: [
      down(nf, true),
      leaky(),
      ...[nf * 2, nf * 4, nf * 8].flatMap((filters) => [
        down(filters),
        layers.batchNormalization({ momentum: 0.9 }),
        leaky(),
      ]),
      layers.flatten(),
      layers.dense({ units: 1, useBias: false }),
    ],
  });
}
