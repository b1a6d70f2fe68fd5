import { ArgumentError, createRng, type Rng } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type AnyLayer, walkLayers } from '../walk-layers.ts';
import { drawInitial, type InitializerConfig } from './draw-initial.ts';

/** Where a layer's configuration names the initializer of a weight, by the weight's own name. */
const INITIALIZER_OF: Readonly<Record<string, string>> = {
  kernel: 'kernelInitializer',
  depthwise_kernel: 'depthwiseInitializer',
  pointwise_kernel: 'pointwiseInitializer',
  bias: 'biasInitializer',
  gamma: 'gammaInitializer',
  beta: 'betaInitializer',
  moving_mean: 'movingMeanInitializer',
  moving_variance: 'movingVarianceInitializer',
  embeddings: 'embeddingsInitializer',
  alpha: 'alphaInitializer',
};

/** How weights are drawn. */
export interface InitialiseOptions {
  /**
   * Draws Glorot-normal kernels as such. By default they are drawn Glorot-uniform: that is the default of Keras'
   * layers, where TensorFlow.js has Glorot-normal, and a built layer does not tell a default from a choice.
   */
  readonly keepGlorotNormal?: boolean;
}

type LayerWeight = AnyLayer['weights'][number];

/**
 * Draws all weights of a built model anew, from a seed, each by the initializer that its layer was given.
 *
 * Equal models and seeds give equal weights in every process and on every backend, whatever the layers' names; each
 * weight has random numbers of its own, decided by its place. Biases are zeros and batch normalisations start
 * afresh, unless their layer says otherwise. Frozen layers (`trainable = false`) keep what they have.
 * @throws ArgumentError if the seed is no integer from 0, or a weight's initializer is not known; nothing is changed then.
 */
export function initialiseWeights(
  model: LayersModel,
  seed: number,
  { keepGlorotNormal = false }: InitialiseOptions = {},
): void {
  const root = createRng(seed);
  const drawn: [tf.Variable, Float32Array][] = [];
  let place = 0;
  for (const { layer, frozen } of walkLayers(model)) {
    const rng = root.split(place++);
    if (frozen) continue;
    layer.weights.forEach((weight, i) => {
      drawn.push([weight.read() as tf.Variable, drawWeight(layer, weight, rng.split(i), keepGlorotNormal)]);
    });
  }
  tf.tidy(() => {
    for (const [variable, values] of drawn) variable.assign(tf.tensor(values, variable.shape));
  });
}

function drawWeight(layer: AnyLayer, weight: LayerWeight, rng: Rng, keepGlorotNormal: boolean): Float32Array {
  const name = weight.originalName.slice(weight.originalName.lastIndexOf('/') + 1);
  const declared = layer.getConfig()[INITIALIZER_OF[name] ?? ''] as unknown as InitializerConfig | undefined;
  const initializer = declared && !keepGlorotNormal && isGlorotNormal(declared) ? glorotUniform(declared) : declared;
  const values = initializer && drawInitial(initializer, weight.read().shape, rng);
  if (values) return values;
  throw new ArgumentError(
    'model',
    `model must have only weights with a known initializer, got ${initializer?.className ?? 'none'} for ${name} of ` +
      `layer ${layer.name}; freeze the layer and set that weight yourself`,
  );
}

function isGlorotNormal({ className, config: { scale = 1, mode, distribution } }: InitializerConfig): boolean {
  return className === 'VarianceScaling' && scale === 1 && mode === 'fanAvg' && distribution !== 'uniform';
}

function glorotUniform({ className, config }: InitializerConfig): InitializerConfig {
  return { className, config: { ...config, distribution: 'uniform' } };
}
