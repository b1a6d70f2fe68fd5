import { type EpochRecord, fitStandardScaler, type OwnMatrix, type Samples } from '@animals/core';
import { fit, initialiseWeights, seededDropout, tensorSource } from '@animals/train';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { checkLabels } from './check-labels.ts';
import { createDenseNet } from './create-dense-net.ts';
import { type Head, headOf } from './head.ts';
import { toMatrix } from './to-matrix.ts';

/** How an MLP head is trained. */
export interface MlpOptions {
  /** Units of the hidden layer; default 100, as the study has. */
  readonly units?: number;
  /** Between the hidden and the last layer; default 0. */
  readonly dropout?: number;
  /** Default 30. */
  readonly epochs?: number;
  /** Adam's; default 1e-3. */
  readonly learningRate?: number;
  /** Default 32. */
  readonly batchSize?: number;
  /** Decides weights, orders and masks; default 0. */
  readonly seed?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A head with one hidden layer. */
export interface MlpHead extends Head {
  readonly history: readonly EpochRecord[];
}

/**
 * Trains a hidden relu layer and a softmax on standardised features by Adam; the head that it gives holds no tensor.
 *
 * One seed decides everything, on one backend to the last bit.
 * @throws ArgumentError if features and labels do not fit, or an option breaks its rule.
 */
export async function mlpHead(
  features: Samples,
  labels: ArrayLike<number>,
  options: MlpOptions = {},
): Promise<MlpHead> {
  const matrix = toMatrix(features);
  const own = checkLabels(labels, matrix.rows);
  const scaler = fitStandardScaler(matrix);
  const model = buildModel(matrix.columns, own.classes, options);
  try {
    const history = await train(model, scaler.transform(matrix), own.labels, options);
    const weights = await Promise.all(model.weights.map((weight) => weight.read().data()));
    const net = createDenseNet(weights.map((values) => Float64Array.from(values)));
    return { ...headOf(own.classes, (samples) => net(scaler.transform(toMatrix(samples)))), history };
  } finally {
    model.dispose();
  }
}

function buildModel(columns: number, classes: number, { units = 100, dropout = 0, seed = 0 }: MlpOptions): LayersModel {
  const model = sequential({
    layers: [
      layers.dense({ units, activation: 'relu', inputShape: [columns] }),
      seededDropout({ rate: dropout, seed }),
      layers.dense({ units: classes, activation: 'softmax' }),
    ],
  });
  initialiseWeights(model, seed);
  return model;
}

async function train(model: LayersModel, scaled: OwnMatrix, labels: Uint32Array, options: MlpOptions) {
  const { epochs = 30, learningRate = 1e-3, batchSize = 32, seed = 0, signal } = options;
  const xs = tf.tensor2d(new Float32Array(scaled.data), [scaled.rows, scaled.columns]);
  const ys = tf.tensor2d(Float32Array.from(labels), [labels.length, 1]);
  try {
    const loss = 'sparseCategoricalCrossentropy';
    const run = { epochs, batchSize, seed, signal, loss, optimizer: { name: 'adam', learningRate } } as const;
    return (await fit(model, { train: tensorSource(xs, ys) }, run)).history;
  } finally {
    tf.dispose([xs, ys]);
  }
}
