import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { NamedWeight, NamedWeights } from '../formats/named-weights.ts';
import { matchByName } from './match-by-name.ts';
import { matchByOrder } from './match-by-order.ts';
import { type ModelWeight, modelWeights } from './model-weights.ts';
import { sameShape } from './same-shape.ts';

/** How weights of a file find their layers. */
export interface LoadWeightsOptions {
  /** By default `name` if the file names any layer of the model, else `order`. */
  readonly by?: 'name' | 'order';
}

/** What became of a file's weights. */
export interface LoadedWeights {
  readonly by: 'name' | 'order';
  /** Tensors of the model that were set: all of them. */
  readonly loaded: number;
  /** Names of the file's tensors that the model has no place for, such as those of another top. */
  readonly unused: readonly string[];
}

/**
 * Sets all weights of a model, frozen ones and those of nested models too, to those of a file: all or none.
 *
 * `by: 'name'` looks for layer and role in each name, wherever in the path they stand; `by: 'order'` pairs first with
 * first, and knows both orders that Keras writes. What the file holds beyond the model's weights is left unused.
 * @throws ArgumentError that names the first weight without a counterpart or with another shape; nothing is changed then.
 */
export function loadWeights(model: LayersModel, source: NamedWeights, options: LoadWeightsOptions = {}): LoadedWeights {
  const weights = [...modelWeights(model)];
  const { by, matched } = match(weights, source, options.by);
  const found = weights.map((weight, i) => checked(weight, matched[i], { by, source }));
  assign(weights, found);
  const used = new Set(found);
  return { by, loaded: found.length, unused: source.filter((weight) => !used.has(weight)).map(({ name }) => name) };
}

function match(weights: readonly ModelWeight[], source: NamedWeights, by: LoadWeightsOptions['by']) {
  if (by !== undefined && by !== 'name' && by !== 'order') {
    throw new ArgumentError('by', `by must be name or order, got ${String(by)}`);
  }
  if (by === 'order') return { by, matched: matchByOrder(weights, source) };
  const matched = matchByName(weights, source);
  if (by === 'name' || matched.some((weight) => weight !== undefined)) return { by: 'name' as const, matched };
  return { by: 'order' as const, matched: matchByOrder(weights, source) };
}

interface Context {
  readonly by: 'name' | 'order';
  readonly source: NamedWeights;
}

/** The file's weight, if it fits. */
function checked(weight: ModelWeight, found: NamedWeight | undefined, { by, source }: Context): NamedWeight {
  const { layer, role, variable } = weight;
  const wanted = `${role} of layer ${layer}, shape [${variable.shape}]`;
  if (!found) {
    const more = by === 'order' ? `which ended after ${source.length} weights` : 'which has no weight of that name';
    throw new ArgumentError(
      'source',
      `source must hold ${wanted}, ${more}; is it of the same network, with the same top?`,
    );
  }
  const size = variable.shape.reduce((a, b) => a * b, 1);
  if (sameShape(variable.shape, found.shape) && found.data.length === size) return found;
  throw new ArgumentError(
    'source',
    `source must hold ${wanted}, found ${found.name} of shape [${found.shape}] with ${found.data.length} values ` +
      `(matched by ${by}); is it of the same network, width and top?`,
  );
}

/** Makes every tensor before the first variable is touched, so that a lack of memory changes nothing either. */
function assign(weights: readonly ModelWeight[], found: readonly NamedWeight[]): void {
  tf.tidy(() => {
    const tensors = weights.map(({ variable }, i) => {
      return tf.tensor((found[i] as NamedWeight).data, variable.shape, variable.dtype);
    });
    for (const [i, { variable }] of weights.entries()) variable.assign(tensors[i] as tf.Tensor);
  });
}
