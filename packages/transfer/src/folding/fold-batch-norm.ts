import type * as tf from '@tensorflow/tfjs-core';
import { input, type LayersModel, model as makeModel, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Base } from '../bases/create-base.ts';
import { freeze } from '../bases/freeze.ts';
import { findChain } from './find-chain.ts';
import { foldChain } from './fold-chain.ts';
import type { AnyLayer } from './graph.ts';

/**
 * Makes a faster base for inference: each convolution takes up the padding before it, and the batch normalisation and
 * the relu, relu6 or swish behind it. Outputs agree to rounding.
 *
 * Layers that took others up keep the convolution's name, and have `kernel` and `bias`. The new base has weights of its
 * own, those that the given one has now; its caller disposes it. The given one is unchanged.
 */
export function foldBatchNorm(base: Base): Base {
  const model = rebuild(base.model);
  freeze(model);
  return { ...base, model, dispose: () => void model.dispose() };
}

function rebuild(model: LayersModel): LayersModel {
  const made = new Map<number, SymbolicTensor>();
  const first = model.inputs[0] as SymbolicTensor;
  const start = input({ shape: first.shape.slice(1), name: 'input' });
  made.set(first.id, start);
  const isFolded = new Set<AnyLayer>();
  for (const layer of model.layers) {
    if (isFolded.has(layer) || layer.getClassName() === 'InputLayer') continue;
    const chain = findChain(layer);
    for (const member of chain?.members ?? []) isFolded.add(member);
    const source = inputsOf(layer).map((tensor) => made.get(tensor.id) as SymbolicTensor);
    const last = chain?.members.at(-1) ?? layer;
    const output = chain ? foldChain(chain, source[0] as SymbolicTensor) : copyLayer(layer, source);
    made.set((last.output as SymbolicTensor).id, output);
  }
  const outputs = made.get((model.outputs[0] as SymbolicTensor).id) as SymbolicTensor;
  return makeModel({ inputs: start, outputs, name: model.name });
}

function inputsOf(layer: AnyLayer): SymbolicTensor[] {
  return Array.isArray(layer.input) ? layer.input : [layer.input];
}

/** A layer of the same kind, configuration and weights, behind other tensors. */
function copyLayer(layer: AnyLayer, source: SymbolicTensor[]): SymbolicTensor {
  const kind = layer.constructor as unknown as tf.serialization.SerializableConstructor<AnyLayer>;
  const copy = kind.fromConfig(kind, layer.getConfig());
  const output = copy.apply(source.length === 1 ? (source[0] as SymbolicTensor) : source) as SymbolicTensor;
  for (const [i, weight] of copy.weights.entries()) {
    (weight.read() as tf.Variable).assign(layer.weights[i]?.read() as tf.Tensor);
  }
  return output;
}
