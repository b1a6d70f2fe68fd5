import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NamedWeight } from '../formats/named-weights.ts';
import { writeSafetensors } from '../formats/safetensors.ts';
import { modelWeights } from './model-weights.ts';

/**
 * Writes all weights of a model as a .safetensors file, named `layer/role` in Keras' order; `loadWeights` takes them back.
 *
 * @throws ArgumentError if two layers, as of two nested models, have one name.
 */
export async function saveWeights(model: LayersModel): Promise<Uint8Array> {
  return writeSafetensors(await namedWeights(model));
}

/** Copies all weights of a model. */
export async function namedWeights(model: LayersModel): Promise<NamedWeight[]> {
  return Promise.all(
    [...modelWeights(model)].map(async ({ layer, role, variable }) => {
      const data = await variable.data();
      const place = { name: `${layer}/${role}`, shape: variable.shape };
      // A backend may hand out its own memory, which later work overwrites.
      if (variable.dtype === 'float32') return { ...place, dtype: 'float32' as const, data: Float32Array.from(data) };
      return { ...place, dtype: 'int32' as const, data: Int32Array.from(data) };
    }),
  );
}
