import type { NamedWeight, NamedWeights } from './named-weights.ts';

/** ImageNet's classes, and the one of TF-Slim's networks for none of them. */
const WITH_BACKGROUND = 1001;

/**
 * Leaves out the first of 1001 classes, `background`, which TF-Slim's networks have and Keras' do not.
 *
 * Weights whose last axis is of another length are left as they are.
 */
export function dropBackground(weights: NamedWeights): NamedWeights {
  return weights.map((weight) => (weight.shape.at(-1) === WITH_BACKGROUND ? withoutFirst(weight) : weight));
}

function withoutFirst(weight: NamedWeight): NamedWeight {
  const shape = [...weight.shape.slice(0, -1), WITH_BACKGROUND - 1];
  const kept = (_: number, i: number) => i % WITH_BACKGROUND !== 0;
  if (weight.data instanceof Int32Array) return { ...weight, shape, data: weight.data.filter(kept) };
  return { ...weight, shape, data: weight.data.filter(kept) };
}
