import { ArgumentError } from '@animals/core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { sha256Hex } from '../sha256.ts';
import type { BundleMeta } from './bundle.ts';
import { type BundleParts, MAX_WEIGHT_BYTES, type StoredWeight, VALUE_BYTES } from './bundle-header.ts';
import { describeBundle } from './describe-bundle.ts';
import { type LayerWeight, layerWeights } from './layer-weights.ts';

/** Takes a model apart into a header and the values of its weights. @throws ArgumentError as `saveBundle` does. */
export async function readParts(model: LayersModel, meta: BundleMeta): Promise<BundleParts> {
  const description = describeBundle(model, meta);
  const list = layerWeights(model);
  const arrays = list.map(describeWeight);
  const weights = new Uint8Array(list.reduce((sum, weight) => sum + weight.read().size * VALUE_BYTES, 0));
  if (weights.length > MAX_WEIGHT_BYTES) {
    throw new ArgumentError(
      'model',
      `model must have at most ${MAX_WEIGHT_BYTES} bytes of weights, got ${weights.length}`,
    );
  }
  let at = 0;
  for (const weight of list) {
    const values = await weight.read().data();
    weights.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  const sha256 = await sha256Hex(weights);
  return { header: { ...description, weights: { bytes: weights.length, sha256, arrays } }, weights };
}

function describeWeight(weight: LayerWeight): StoredWeight {
  const { shape, dtype } = weight.read();
  if (dtype !== 'float32' && dtype !== 'int32') {
    throw new ArgumentError(
      'model',
      `model must have float32 or int32 weights, got ${dtype} for ${weight.originalName}`,
    );
  }
  return { name: weight.originalName, shape, dtype };
}
