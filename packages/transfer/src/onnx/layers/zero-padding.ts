import type { AnyLayer } from '../../folding/graph.ts';
import { unsupported } from '../unsupported.ts';
import type { LayerConverter } from './base.ts';

/** The smallest float of full precision. */
const NEXT_TO_NOTHING = 2 ** -126;

/**
 * Rows and columns of zeros around feature maps.
 *
 * onnxruntime makes zeros in front of a MaxPool its padding, which is -infinity, and so changes what the largest value of
 * negative ones is. It leaves other numbers alone, hence one next to 0 there.
 */
export const zeroPadding: LayerConverter = ({ graph, layer, inputs: [x] }) => {
  const { padding, dataFormat } = layer.getConfig() as { padding: number[][]; dataFormat: string };
  if (dataFormat === 'channelsFirst') throw unsupported(layer, `dataFormat ${dataFormat}`);
  const [[above, below], [left, right]] = padding as [[number, number], [number, number]];
  const names = [x.name, graph.integers(`${layer.name}/pads`, [0, 0, above, left, 0, 0, below, right])];
  if (isPooled(layer)) names.push(graph.floats(`${layer.name}/value`, [], Float32Array.of(NEXT_TO_NOTHING)));
  return graph.node('Pad', layer.name, names);
};

function isPooled({ outboundNodes }: AnyLayer): boolean {
  return outboundNodes.some(({ outboundLayer }) => outboundLayer.getClassName() === 'MaxPooling2D');
}
