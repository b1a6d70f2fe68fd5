import { ArgumentError } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NamedWeight } from '../formats/named-weights.ts';
import { writeSafetensors } from '../formats/safetensors.ts';
import { type Hdf5Branch, type Hdf5Tree, writeHdf5 } from '../hdf5/write-hdf5.ts';
import { type ModelWeight, modelWeights } from './model-weights.ts';

export interface SaveWeightsOptions {
  /** `keras`: a `.weights.h5` that Keras 3 loads into the same network. */
  readonly format?: 'safetensors' | 'keras';
}

/**
 * Writes all weights of a model as the bytes of a file; `loadWeights` takes them back, bit by bit.
 *
 * A .safetensors file names them `layer/role` in Keras' order; a `.weights.h5` keeps them where Keras 3 looks for them.
 * @throws ArgumentError if the format is another, or two layers, as of two nested models, have one name.
 */
export async function saveWeights(
  model: LayersModel,
  { format = 'safetensors' }: SaveWeightsOptions = {},
): Promise<Uint8Array> {
  if (format === 'safetensors') return writeSafetensors(await namedWeights(model));
  if (format === 'keras') return writeHdf5(await kerasTree(model));
  throw new ArgumentError('format', `format must be safetensors or keras, got ${String(format satisfies never)}`);
}

/** Copies all weights of a model. */
export async function namedWeights(model: LayersModel): Promise<NamedWeight[]> {
  return Promise.all([...modelWeights(model)].map(copyOf));
}

async function copyOf({ layer, role, variable }: ModelWeight): Promise<NamedWeight> {
  const data = await variable.data();
  const place = { name: `${layer}/${role}`, shape: variable.shape };
  // A backend may hand out its own memory, which later work overwrites.
  if (variable.dtype === 'float32') return { ...place, dtype: 'float32', data: Float32Array.from(data) };
  return { ...place, dtype: 'int32', data: Int32Array.from(data) };
}

async function kerasTree(model: LayersModel): Promise<Hdf5Branch> {
  const root = branch();
  for (const weight of modelWeights(model)) {
    const vars = [...weight.place.split('/'), 'vars'].reduce(childOf, root);
    vars.attributes.name = weight.layer;
    vars.members.set(String(weight.index), await copyOf(weight));
  }
  return root;
}

interface GrowingBranch {
  readonly attributes: Record<string, string>;
  readonly members: Map<string, Hdf5Tree>;
}

function branch(): GrowingBranch {
  return { attributes: {}, members: new Map() };
}

function childOf(parent: GrowingBranch, name: string): GrowingBranch {
  const child = (parent.members.get(name) as GrowingBranch | undefined) ?? branch();
  parent.members.set(name, child);
  return child;
}
