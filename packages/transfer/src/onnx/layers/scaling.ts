import { readWeight } from '../read-weight.ts';
import { unsupported } from '../unsupported.ts';
import type { LayerConverter, LayerPlace } from './base.ts';

const ROLES = ['gamma', 'beta', 'mean', 'variance'];
/** Below it Keras takes no standard deviation. */
const SMALLEST_SD = 1e-7;

/** Batch normalisation with the statistics that it has. */
export const batchNormalization: LayerConverter = async ({ graph, layer, inputs: [x] }) => {
  const { axis, epsilon } = layer.getConfig() as { axis: number; epsilon: number };
  if (axis !== -1 && axis !== x.shape.length) throw unsupported(layer, `axis ${axis}`);
  if (layer.weights.length !== ROLES.length) throw unsupported(layer, 'no scale or no center');
  const names = [x.name];
  for (const [i, role] of ROLES.entries()) {
    const values = await readWeight(layer, i);
    names.push(graph.floats(`${layer.name}/${role}`, [values.length], values));
  }
  return graph.node('BatchNormalization', layer.name, names, { epsilon: { float: epsilon } });
};

/** Shifts and scales by the means and variances that came with the weights. */
export const normalization: LayerConverter = async (place) => {
  const [mean, variance] = [await readWeight(place.layer, 0), await readWeight(place.layer, 1)];
  const scale = variance.map((value) => 1 / Math.max(Math.sqrt(value), SMALLEST_SD));
  const offset = mean.map((value, i) => -value * (scale[i] as number));
  return affine(place, scale, offset);
};

/** Scales all by one number, or each channel by its own. */
export const rescaling: LayerConverter = (place) => {
  const { scale, offset } = place.layer.getConfig() as { scale: number | number[]; offset: number | number[] };
  return affine(place, Float32Array.from([scale].flat()), Float32Array.from([offset].flat()));
};

function affine({ graph, layer, inputs: [x] }: LayerPlace, scale: Float32Array, offset: Float32Array): string {
  const constant = (role: string, values: Float32Array) => {
    const shape = x.shape.length === 3 ? [values.length, 1, 1] : [values.length];
    return graph.floats(`${layer.name}/${role}`, shape, values);
  };
  const scaled = graph.node('Mul', `${layer.name}/scaled`, [x.name, constant('scale', scale)]);
  return graph.node('Add', layer.name, [scaled, constant('offset', offset)]);
}
