import type { NamedWeight, NamedWeights } from '../formats/named-weights.ts';
import type { ModelWeight } from './model-weights.ts';
import { sameShape } from './same-shape.ts';

/**
 * Pairs the model's weights with the file's, first with first; undefined once the file has no more.
 *
 * Files list weights layer by layer, or those of nested models with all trainable ones before all others: whichever
 * order has the shapes is taken, and layer by layer if neither has.
 */
export function matchByOrder(weights: readonly ModelWeight[], file: NamedWeights): (NamedWeight | undefined)[] {
  const nested = [...weights.filter((w) => w.isTrainable), ...weights.filter((w) => !w.isTrainable)];
  const fits = (order: readonly ModelWeight[]) =>
    order.every(({ variable }, i) => sameShape(variable.shape, file[i]?.shape));
  if (fits(weights) || !fits(nested)) return weights.map((_, i) => file[i]);
  const placed = new Map(nested.map((weight, i) => [weight, file[i]]));
  return weights.map((weight) => placed.get(weight));
}
