import type { AnyLayer } from '../../folding/graph.ts';
import type { OnnxGraph } from '../onnx-graph.ts';
import { unsupported } from '../unsupported.ts';
import type { LayerConverter } from './base.ts';

/** Activations by themselves; channels are axis 1 of whatever they act on. */
export const activation: LayerConverter = ({ graph, layer, inputs: [x] }) => activate(graph, layer, x.name);

/** relu, up to a largest value if there is one. */
export const relu: LayerConverter = ({ graph, layer, inputs: [x] }) => {
  const { maxValue } = layer.getConfig();
  if (typeof maxValue === 'number') return clip(graph, layer, x.name, maxValue);
  return graph.node('Relu', layer.name, [x.name]);
};

/** Puts the activation that a layer names, if it does, behind a tensor. */
export function activate(graph: OnnxGraph, layer: AnyLayer, x: string): string {
  const { activation: kind = 'linear' } = layer.getConfig();
  switch (kind) {
    case 'linear':
      return x;
    case 'relu':
      return graph.node('Relu', `${layer.name}/relu`, [x]);
    case 'relu6':
      return clip(graph, layer, x, 6);
    case 'sigmoid':
      return graph.node('Sigmoid', `${layer.name}/sigmoid`, [x]);
    case 'softmax':
      return graph.node('Softmax', `${layer.name}/softmax`, [x], { axis: 1 });
    case 'swish':
      return graph.node('Mul', `${layer.name}/swish`, [x, graph.node('Sigmoid', `${layer.name}/sigmoid`, [x])]);
    default:
      throw unsupported(layer, `activation ${String(kind)}`);
  }
}

function clip(graph: OnnxGraph, layer: AnyLayer, x: string, largest: number): string {
  const [low, high] = [0, largest].map((value) => graph.floats(`${layer.name}/limit`, [], Float32Array.of(value)));
  return graph.node('Clip', `${layer.name}/relu${largest}`, [x, low as string, high as string]);
}
