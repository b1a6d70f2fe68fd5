import type { NamedWeight, NamedWeights } from '../formats/named-weights.ts';
import type { ModelWeight } from './model-weights.ts';

/** What Keras 1 called its weights, and what they are called since. */
const OLD_ROLES: Readonly<Record<string, string>> = {
  W: 'kernel',
  b: 'bias',
  running_mean: 'moving_mean',
  running_std: 'moving_variance',
};

/**
 * Finds the file's weight for each of the model's, by layer and role; undefined where the file has none.
 *
 * Understands `layer/kernel`, `model/layer/kernel:0`, `layer/layer/kernel_1:0`, Keras 1's `layer_W_1:0`, the plain
 * `kernel` that Keras 3 writes for depthwise ones, and its numbered `layer/vars/0` and `layers/conv2d_1/vars/0`.
 */
export function matchByName(weights: readonly ModelWeight[], file: NamedWeights): (NamedWeight | undefined)[] {
  const layers = new Set(weights.map(({ layer }) => layer));
  const byKey = new Map(file.map((weight) => [keyOf(weight.name, layers), weight]));
  const byNumber = new Map(file.map((weight) => [weight.name, weight]));
  return weights.map(
    ({ layer, role, place, index }) =>
      byKey.get(`${layer}/${role}`) ??
      byKey.get(`${layer}/${role.replace('depthwise_', '')}`) ??
      byNumber.get(`${layer}/vars/${index}`) ??
      byNumber.get(`${place}/vars/${index}`),
  );
}

function keyOf(name: string, layers: ReadonlySet<string>): string {
  const parts = name.replace(/:\d+$/, '').split('/');
  const last = (parts.pop() as string).replace(/_\d+$/, '');
  const layer = parts.findLast((part) => layers.has(part)) ?? longestPrefix(last, layers);
  const role = last.startsWith(`${layer}_`) ? last.slice(layer.length + 1) : last;
  return `${layer}/${OLD_ROLES[role] ?? role}`;
}

function longestPrefix(text: string, layers: ReadonlySet<string>): string {
  let longest = '';
  for (const layer of layers) if (text.startsWith(`${layer}_`) && layer.length > longest.length) longest = layer;
  return longest;
}
