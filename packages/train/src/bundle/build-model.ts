import { DataError } from '@animals/core';
import { initializers, type LayersModel, layers, models } from '@tensorflow/tfjs-layers';
import { registerSeededDropout } from '../weights/seeded-dropout.ts';
import { type BundleHeader, VALUE_BYTES } from './bundle-header.ts';
import { type LayerWeight, layerWeights } from './layer-weights.ts';
import { toDataError } from './to-data-error.ts';

/** A layer's method that makes a weight; protected in its types. */
type AddWeight = (
  name: string,
  shape: number[],
  dtype: string,
  initializer: unknown,
  ...rest: unknown[]
) => LayerWeight;

/**
 * Builds the model that a header describes, with all weights 0.
 *
 * No weight is drawn at random only to be overwritten, and none is made beyond what the bundle holds.
 * @throws DataError if the layers are unknown, do not fit together or have other weights than are stored; nothing is left.
 */
export async function buildModel({ topology, weights }: BundleHeader, path: string): Promise<LayersModel> {
  registerSeededDropout();
  const made: LayerWeight[] = [];
  try {
    const build = () => models.modelFromJSON({ modelTopology: topology } as Parameters<typeof models.modelFromJSON>[0]);
    const model = await withZeroWeights(weights.bytes / VALUE_BYTES, { made, path }, build);
    checkWeights(model, weights.arrays, path);
    return model;
  } catch (error) {
    for (const weight of made) weight.dispose();
    throw toDataError(error, path, 'holds a model that cannot be built');
  }
}

/**
 * Does work in which new weights of layers are zeros and listed in `made`, until `budget` values are used up.
 *
 * The method belongs to all layers, so only what the work does before it first waits is meant.
 */
function withZeroWeights<T>(budget: number, { made, path }: { made: LayerWeight[]; path: string }, work: () => T): T {
  const prototype = layers.Layer.prototype as unknown as { addWeight: AddWeight };
  const { addWeight } = prototype;
  let left = budget;
  prototype.addWeight = function (this: unknown, name, shape, dtype, _, ...rest) {
    left -= shape.reduce((a, b) => a * b, 1);
    if (!(left >= 0)) throw new DataError(path, 'describes a model with more weights than it holds');
    const weight = addWeight.call(this, name, shape, dtype, initializers.zeros(), ...rest);
    made.push(weight);
    return weight;
  };
  try {
    return work();
  } finally {
    prototype.addWeight = addWeight;
  }
}

function checkWeights(model: LayersModel, arrays: BundleHeader['weights']['arrays'], path: string): void {
  const wanted = layerWeights(model).map((weight) => `${weight.read().dtype} [${weight.read().shape}]`);
  const stored = arrays.map(({ dtype, shape }) => `${dtype} [${shape}]`);
  for (let i = 0; i < Math.max(wanted.length, stored.length); i++) {
    if (wanted[i] === stored[i]) continue;
    throw new DataError(path, `holds ${stored[i] ?? 'nothing'} where its model has ${wanted[i] ?? 'no weight'}`);
  }
}
