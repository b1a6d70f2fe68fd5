import * as tf from '@tensorflow/tfjs-core';
import {
  constraints,
  input,
  type LayersModel,
  layers,
  model,
  regularizers,
  type SymbolicTensor,
  sequential,
} from '@tensorflow/tfjs-layers';
import { initialiseWeights } from '../weights/initialise-weights.ts';
import { seededDropout } from '../weights/seeded-dropout.ts';

/** A functional model with a branch, a shared layer, a nested model and a frozen one. */
export function branchedModel(seed = 1): LayersModel {
  const inner = () =>
    sequential({ layers: [layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [6, 6, 2], name: 'same' })] });
  const picture = input({ shape: [6, 6, 2] });
  const frozen = inner();
  frozen.trainable = false;
  const parts = [inner(), frozen].map((part) => layers.flatten().apply(part.apply(picture)) as SymbolicTensor);
  const shared = layers.dense({
    units: 4,
    activation: 'relu',
    kernelConstraint: constraints.maxNorm({ maxValue: 0.5 }),
  });
  const joined = layers.concatenate().apply(parts.map((part) => shared.apply(part) as SymbolicTensor));
  const thinned = seededDropout({ rate: 0.25, seed: 3 }).apply(joined) as SymbolicTensor;
  const output = layers.dense({ units: 3, activation: 'softmax', kernelRegularizer: regularizers.l2({ l2: 0.1 }) });
  const built = model({ inputs: picture, outputs: output.apply(thinned) as SymbolicTensor });
  frozen.trainable = true;
  initialiseWeights(built, seed);
  frozen.trainable = false;
  return built;
}

/** Layers that keep their weights in cells or behind a wrapper, and integers as input. */
export function recurrentModel(): LayersModel {
  const built = sequential({
    layers: [
      layers.embedding({ inputDim: 5, outputDim: 3, inputLength: 4 }),
      layers.bidirectional({
        layer: layers.lstm({ units: 2, returnSequences: true, recurrentInitializer: 'zeros' }),
        mergeMode: 'concat',
      }),
      layers.timeDistributed({ layer: layers.dense({ units: 2 }) }),
      layers.gru({ units: 2, recurrentInitializer: 'zeros' }),
      layers.batchNormalization(),
      layers.dense({ units: 1, activation: 'sigmoid' }),
    ],
  });
  tf.tidy(() => {
    for (const weight of built.weights) {
      const variable = weight.read() as tf.Variable;
      const values = Float32Array.from({ length: variable.size }, (_, i) => ((i * 37 + 11) % 101) / 101 - 0.4);
      variable.assign(tf.tensor(values, variable.shape));
    }
  });
  return built;
}
