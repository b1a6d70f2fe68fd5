import { readWeight } from '../read-weight.ts';
import { unsupported } from '../unsupported.ts';
import { activate } from './activation.ts';
import type { LayerConverter } from './base.ts';

/** A dense layer on rows, with bias and activation. */
export const dense: LayerConverter = async ({ graph, layer, inputs: [x] }) => {
  if (x.shape.length !== 1) throw unsupported(layer, `input of shape [${x.shape}]`);
  const names = [x.name];
  for (const [i, { shape }] of layer.weights.entries()) {
    names.push(
      graph.floats(`${layer.name}/${i === 0 ? 'kernel' : 'bias'}`, shape as number[], await readWeight(layer, i)),
    );
  }
  return activate(graph, layer, graph.node('Gemm', layer.name, names));
};
