import { ArgumentError } from '@animals/core';
import { version_core } from '@tensorflow/tfjs-core';
import { type LayersModel, version_layers } from '@tensorflow/tfjs-layers';
import type { BundleMeta } from './bundle.ts';
import { type BundleHeader, FORMAT, VERSION } from './bundle-header.ts';
import { checkClasses } from './check-classes.ts';
import { resolvePreprocessing } from './resolve-preprocessing.ts';

/** All of a header but the weights, the defaults filled in. @throws ArgumentError if a field breaks its rule. */
export function describeBundle(
  model: LayersModel,
  { classes = [], preprocessing, threshold = 0.5, temperature = 1, fingerprint, versions = {} }: BundleMeta,
): Omit<BundleHeader, 'weights'> {
  const topology = topologyOf(model);
  checkClasses(model, classes);
  checkThreshold(threshold);
  checkTemperature(temperature);
  return {
    ...{ format: FORMAT, version: VERSION, classes, threshold, temperature, topology },
    fingerprint: fingerprint ?? null,
    preprocessing: resolvePreprocessing(model, preprocessing),
    versions: { '@tensorflow/tfjs-core': version_core, '@tensorflow/tfjs-layers': version_layers, ...versions },
  };
}

function topologyOf(model: LayersModel): BundleHeader['topology'] {
  // `built` is false of a sequential model whose layers all are, until it is first used.
  if (!model.inputs?.length) {
    throw new ArgumentError(
      'model',
      'model must be built, and this one has no weights yet; give its first layer an inputShape',
    );
  }
  // Through text, which drops what is undefined.
  return JSON.parse(model.toJSON(null, true) as string) as BundleHeader['topology'];
}

/** @throws ArgumentError unless it is in [0, 1]. */
export function checkThreshold(threshold: number): void {
  if (threshold >= 0 && threshold <= 1) return;
  throw new ArgumentError('threshold', `threshold must be in [0, 1], got ${threshold}`);
}

/** @throws ArgumentError unless it is positive and finite. */
export function checkTemperature(temperature: number): void {
  if (temperature > 0 && Number.isFinite(temperature)) return;
  throw new ArgumentError('temperature', `temperature must be positive and finite, got ${temperature}`);
}
