import * as tf from '@tensorflow/tfjs-core';
import * as tfl from '@tensorflow/tfjs-layers';
import { fusedOptimizer } from '../optimizers/fused-optimizer.ts';
import { numbers, randomTensor } from './numbers.ts';

const { layers } = tfl;

/** A training step that returns the loss, and what to dispose in the end. */
export interface Training {
  readonly step: () => number;
  readonly dispose: () => void;
}

/** Sets all weights from one stream, so that every backend starts alike. */
function seed(model: tfl.LayersModel): tfl.LayersModel {
  const next = numbers(7);
  const weights = model.trainableWeights.map(({ shape }) => {
    const fan = shape.length > 1 ? tf.util.sizeFromShape(shape.slice(0, -1) as number[]) : 0;
    const values = Float32Array.from({ length: tf.util.sizeFromShape(shape as number[]) }, () =>
      fan ? next() * Math.sqrt(3 / fan) : 0.1 * next() + (shape.length === 1 ? 1 : 0),
    );
    return tf.tensor(values, shape as number[]);
  });
  model.trainableWeights.forEach((weight, i) => {
    weight.write(weights[i]!);
  });
  tf.dispose(weights);
  return model;
}

function variablesOf(model: tfl.LayersModel): tf.Variable[] {
  return model.trainableWeights.map((weight) => weight.read() as tf.Variable);
}

function classifier(model: tfl.LayersModel, { batch = 6, size = 32 } = {}): Training {
  seed(model);
  const xs = randomTensor<tf.Rank.R4>([batch, size, size, 3], 3);
  const ys = tf.tensor2d([0, 1, 0, 1, 1, 0, 0, 1].slice(0, batch), [batch, 1]);
  const optimizer = fusedOptimizer('adam', { learningRate: 1e-3 });
  const variables = variablesOf(model);
  const loss = () => tf.losses.sigmoidCrossEntropy(ys, model.apply(xs, { training: true }) as tf.Tensor) as tf.Scalar;
  const step = () => read(optimizer.minimize(loss, true, variables)!);
  const dispose = () => {
    for (const each of [model, optimizer]) each.dispose();
    tf.dispose([xs, ys]);
  };
  return { step, dispose };
}

function read(value: tf.Scalar): number {
  const [loss] = value.dataSync();
  value.dispose();
  return loss!;
}

/** The study's baseline with few filters. */
const baseline = (): Training =>
  classifier(
    tfl.sequential({
      layers: [
        layers.conv2d({ inputShape: [32, 32, 3], filters: 6, kernelSize: 3, activation: 'relu' }),
        layers.maxPooling2d({ poolSize: 2 }),
        layers.flatten(),
        layers.dense({ units: 10, activation: 'relu' }),
        layers.dense({ units: 1 }),
      ],
    }),
  );

/** Two inverted residual blocks, one of them with stride. */
const mobileNet = (): Training => {
  const input = tfl.input({ shape: [32, 32, 3] });
  const norm = (x: tfl.SymbolicTensor) => layers.batchNormalization({}).apply(x) as tfl.SymbolicTensor;
  const relu6 = (x: tfl.SymbolicTensor) => layers.reLU({ maxValue: 6 }).apply(norm(x)) as tfl.SymbolicTensor;
  const conv = (filters: number, x: tfl.SymbolicTensor, kernelSize = 1, strides = 1) =>
    layers.conv2d({ filters, kernelSize, strides, padding: 'same', useBias: false }).apply(x) as tfl.SymbolicTensor;
  const depthwise = (strides: number, x: tfl.SymbolicTensor) =>
    layers.depthwiseConv2d({ kernelSize: 3, strides, padding: 'same', useBias: false }).apply(x) as tfl.SymbolicTensor;
  const stem = relu6(conv(6, input, 3, 2));
  const first = norm(conv(6, relu6(depthwise(1, relu6(conv(12, stem))))));
  const sum = layers.add().apply([stem, first]) as tfl.SymbolicTensor;
  const second = norm(conv(8, relu6(depthwise(2, relu6(conv(12, sum))))));
  const pooled = layers.globalAveragePooling2d({}).apply(second) as tfl.SymbolicTensor;
  const output = layers.dense({ units: 1 }).apply(pooled) as tfl.SymbolicTensor;
  return classifier(tfl.model({ inputs: input, outputs: output }));
};

/** A generator and a discriminator, one step of each; the loss is the sum of both. */
const dcgan = (): Training => {
  const up = (filters: number) => layers.conv2dTranspose({ filters, kernelSize: 4, strides: 2, padding: 'same' });
  const down = (filters: number) => layers.conv2d({ filters, kernelSize: 4, strides: 2, padding: 'same' });
  const generator = seed(
    tfl.sequential({
      layers: [
        layers.dense({ inputShape: [8], units: 4 * 4 * 8, useBias: false }),
        layers.reshape({ targetShape: [4, 4, 8] }),
        ...[6, 5].flatMap((filters) => [up(filters), layers.batchNormalization({}), layers.reLU({})]),
        up(3),
        layers.activation({ activation: 'tanh' }),
      ],
    }),
  );
  const discriminator = seed(
    tfl.sequential({
      layers: [
        layers.conv2d({ inputShape: [32, 32, 3], filters: 5, kernelSize: 4, strides: 2, padding: 'same' }),
        layers.leakyReLU({ alpha: 0.2 }),
        down(7),
        layers.batchNormalization({}),
        layers.leakyReLU({ alpha: 0.2 }),
        layers.flatten(),
        layers.dense({ units: 1 }),
      ],
    }),
  );
  const [real, noise] = [randomTensor([4, 32, 32, 3], 1), randomTensor([4, 8], 2)];
  const optimizers = [0, 1].map(() => fusedOptimizer('adam', { learningRate: 2e-4, beta1: 0.5 }));
  const fake = () => generator.apply(noise, { training: true }) as tf.Tensor;
  const judge = (x: tf.Tensor) => discriminator.apply(x, { training: true }) as tf.Tensor;
  const entropy = (label: number, logits: tf.Tensor) =>
    tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, label), logits) as tf.Scalar;
  const losses = [
    () => tf.add(entropy(1, judge(real)), entropy(0, judge(fake()))) as tf.Scalar,
    () => entropy(1, judge(fake())),
  ];
  const variables = [variablesOf(discriminator), variablesOf(generator)];
  const step = () =>
    optimizers.reduce((sum, optimizer, i) => sum + read(optimizer.minimize(losses[i]!, true, variables[i]!)!), 0);
  const dispose = () => {
    for (const each of [generator, discriminator, ...optimizers]) each.dispose();
    tf.dispose([real, noise]);
  };
  return { step, dispose };
};

/** The three nets at 32 x 32, with few filters. */
export const trainings = {
  'the baseline of the study': baseline,
  'a stack of MobileNetV2 blocks': mobileNet,
  'a DCGAN': dcgan,
} as const;

/** The study's baseline as it is: pictures of 124 x 124, 11.9 million parameters. */
export const fullBaseline = (): Training =>
  classifier(
    tfl.sequential({
      layers: [
        layers.conv2d({ inputShape: [124, 124, 3], filters: 32, kernelSize: 3, activation: 'relu' }),
        layers.maxPooling2d({ poolSize: 2 }),
        layers.flatten(),
        layers.dense({ units: 100, activation: 'relu' }),
        layers.dense({ units: 1 }),
      ],
    }),
    { batch: 8, size: 124 },
  );

/** The losses of some steps on a backend. */
export async function lossesOn(backend: 'cpu' | 'wasm', make: () => Training, steps: number): Promise<number[]> {
  await tf.setBackend(backend);
  const training = make();
  const history = Array.from({ length: steps }, () => training.step());
  training.dispose();
  return history;
}

/** Bytes of the heap of the WASM backend. */
export function heapBytes(): number {
  return (tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } }).wasm.HEAPU8.length;
}
