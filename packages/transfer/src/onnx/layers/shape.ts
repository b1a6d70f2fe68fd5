import type { OnnxGraph } from '../onnx-graph.ts';
import { unsupported } from '../unsupported.ts';
import type { LayerConverter, OnnxValue } from './base.ts';

const CHANNELS_FIRST = [0, 3, 1, 2];
const CHANNELS_LAST = [0, 2, 3, 1];

/** Puts the channels of pictures before their rows. */
export function channelsFirst(graph: OnnxGraph, name: string, x: string): string {
  return graph.node('Transpose', name, [x], { perm: CHANNELS_FIRST });
}

/** A tensor as TensorFlow has it: the channels of feature maps behind their columns; rows as they are. */
export function channelsLast(graph: OnnxGraph, name: string, { name: x, shape }: OnnxValue): string {
  return shape.length === 3 ? graph.node('Transpose', name, [x], { perm: CHANNELS_LAST }) : x;
}

/** Another shape of the same values, in TensorFlow's order; flattening is one. */
export const reshape: LayerConverter = ({ graph, layer, inputs: [x], shape }) => {
  if (shape.length !== 1 && shape.length !== 3) throw unsupported(layer, `output of shape [${shape}]`);
  const values = channelsLast(graph, `${layer.name}/values`, x);
  // 0 keeps the batch.
  const sides = graph.integers(`${layer.name}/shape`, [0, ...shape]);
  const shaped = graph.node('Reshape', `${layer.name}/reshaped`, [values, sides]);
  return shape.length === 3 ? channelsFirst(graph, layer.name, shaped) : shaped;
};
