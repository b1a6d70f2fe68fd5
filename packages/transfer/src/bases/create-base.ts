import { initialiseWeights } from '@animals/train';
import { input, type LayersModel, layers, model as makeModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { PreprocessingMode } from '../preprocessing/preprocessing-mode.ts';
import type { Architecture } from './architectures/architecture.ts';
import { ALPHAS, ARCHITECTURES, type BaseName } from './base-name.ts';
import { type BaseOptions, type BaseSettings, baseSettings } from './base-options.ts';
import { freeze } from './freeze.ts';
import { createNet, through } from './net.ts';

/** A network of keras.applications, for pictures of one size. */
export interface Base {
  readonly name: BaseName;
  /** Frozen. Takes [n, height, width, 3], preprocessed; gives features, or one score a class with a top. */
  readonly model: LayersModel;
  readonly settings: BaseSettings;
  /** What `model` wants its pixels to be. */
  readonly preprocessing: PreprocessingMode;
  /** Frees the model's weights. */
  dispose(): void;
}

/**
 * Builds a network of keras.applications for pictures of any size from 32 x 32, layer by layer as Keras does.
 *
 * Layers and weights have Keras' names, order and shapes, and paddings are those of the size asked for. The model is
 * frozen, batch normalisations included; its kernels are 0 until `loadWeights` is called, unless a `seed` draws them.
 * @throws ArgumentError if the name or an option breaks its rule.
 * @see https://keras.io/api/applications
 */
export function createBase(name: BaseName, options: BaseOptions = {}): Base {
  const settings = baseSettings(name, options);
  const architecture: Architecture = ARCHITECTURES[name];
  const model = build(name, architecture, { ...settings, isDrawn: options.seed !== undefined });
  if (options.seed !== undefined) initialiseWeights(model, options.seed);
  freeze(model);
  return { name, model, settings, preprocessing: architecture.preprocessing, dispose: () => void model.dispose() };
}

function build(name: BaseName, architecture: Architecture, settings: BaseSettings & { isDrawn: boolean }): LayersModel {
  const { size, alpha, top, classes, topActivation, isDrawn } = settings;
  const net = createNet(isDrawn ? 'glorotUniform' : 'zeros');
  const pixels = input({ shape: [...size, 3], name: 'input' });
  const maps = architecture.body(net, pixels, alpha);
  const output = top
    ? architecture.top(net, maps, { classes, activation: topActivation })
    : pooled(maps, settings, architecture);
  return makeModel({ inputs: pixels, outputs: output, name: modelName(name, settings) });
}

function pooled(maps: SymbolicTensor, { pooling }: BaseSettings, { poolings }: Architecture): SymbolicTensor {
  if (pooling === 'none') return maps;
  if (pooling === 'avg') return through(layers.globalAveragePooling2d({ name: poolings }), maps);
  const name = poolings === 'avg_pool' ? 'max_pool' : 'global_max_pooling2d';
  return through(layers.globalMaxPooling2d({ name }), maps);
}

/** As Keras names the model. */
function modelName(name: BaseName, { alpha, size }: BaseSettings): string {
  return ALPHAS[name] ? `${name.toLowerCase()}_${alpha.toFixed(2)}_${size[0]}` : name.toLowerCase();
}
