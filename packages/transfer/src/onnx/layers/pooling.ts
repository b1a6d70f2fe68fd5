import { explicitPads } from '../explicit-pads.ts';
import { unsupported } from '../unsupported.ts';
import type { LayerConverter } from './base.ts';

/** The largest value of each window. */
export const maxPooling: LayerConverter = ({ graph, layer, inputs: [x] }) => {
  const config = layer.getConfig() as unknown as {
    poolSize: number[];
    strides: number[];
    padding: 'valid' | 'same';
    dataFormat: string;
  };
  const { poolSize, strides, padding, dataFormat } = config;
  if (dataFormat === 'channelsFirst') throw unsupported(layer, `dataFormat ${dataFormat}`);
  const pads = explicitPads({ padding, size: x.shape.slice(0, 2), window: poolSize, strides });
  return graph.node('MaxPool', layer.name, [x.name], { kernel_shape: poolSize, strides, pads });
};

/** The mean or the largest value of each feature map. */
export function globalPooling(op: 'GlobalAveragePool' | 'GlobalMaxPool'): LayerConverter {
  return ({ graph, layer, inputs: [x] }) => {
    const { dataFormat } = layer.getConfig();
    if (dataFormat === 'channelsFirst') throw unsupported(layer, `dataFormat ${dataFormat}`);
    const pooled = graph.node(op, `${layer.name}/pooled`, [x.name]);
    return graph.node('Flatten', layer.name, [pooled], { axis: 1 });
  };
}
