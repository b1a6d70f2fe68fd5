import { DataError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { sha256Hex } from '../sha256.ts';
import { buildModel } from './build-model.ts';
import type { Bundle } from './bundle.ts';
import { type BundleHeader, type BundleParts, VALUE_BYTES } from './bundle-header.ts';
import { checkClasses } from './check-classes.ts';
import { layerWeights } from './layer-weights.ts';
import { resolvePreprocessing } from './resolve-preprocessing.ts';
import { toDataError } from './to-data-error.ts';

/** Makes a bundle of a checked header and its weights. @throws DataError if they disagree; no tensor is left then. */
export async function openParts({ header, weights }: BundleParts, path: string): Promise<Bundle> {
  await checkBytes(header, weights, path);
  const model = await buildModel(header, path);
  try {
    checkMeta(model, header, path);
    setWeights(model, weights);
  } catch (error) {
    // Not `model.dispose`, which forgets layers that are used twice.
    for (const weight of layerWeights(model)) weight.dispose();
    throw error;
  }
  const { classes, preprocessing, threshold, temperature, fingerprint, versions } = header;
  return { model, classes, preprocessing, threshold, temperature, fingerprint, versions };
}

async function checkBytes(header: BundleHeader, weights: BundleParts['weights'], path: string): Promise<void> {
  const { bytes, sha256 } = header.weights;
  if (weights.length !== bytes) {
    throw new DataError(path, `has ${weights.length} bytes of weights, and its header announces ${bytes}`);
  }
  if ((await sha256Hex(weights)) === sha256) return;
  throw new DataError(path, 'is damaged: its weights do not match their hash');
}

function checkMeta(model: LayersModel, { classes, preprocessing }: BundleHeader, path: string): void {
  try {
    checkClasses(model, classes);
    if (preprocessing) resolvePreprocessing(model, preprocessing);
  } catch (error) {
    throw toDataError(error, path, 'does not fit its model');
  }
}

function setWeights(model: LayersModel, weights: BundleParts['weights']): void {
  let at = weights.byteOffset;
  tf.tidy(() => {
    for (const weight of layerWeights(model)) {
      // Not `weight.write`: that would apply constraints, which may change a last bit.
      const variable = weight.read() as tf.Variable;
      const Values = variable.dtype === 'int32' ? Int32Array : Float32Array;
      // A copy, as some backends keep the very array that they are given.
      const values = Values.from(new Values(weights.buffer, at, variable.size));
      variable.assign(tf.tensor(values, variable.shape, variable.dtype as 'float32' | 'int32'));
      at += variable.size * VALUE_BYTES;
    }
  });
}
