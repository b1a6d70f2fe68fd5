import type { AnyLayer } from '../../folding/graph.ts';
import { explicitPads, type Padding } from '../explicit-pads.ts';
import { readWeight } from '../read-weight.ts';
import { unsupported } from '../unsupported.ts';
import { activate } from './activation.ts';
import type { LayerConverter, LayerPlace } from './base.ts';

interface ConvolutionConfig {
  readonly strides: readonly number[];
  readonly padding: Padding;
  readonly dilationRate?: readonly number[];
  readonly dataFormat?: string;
  /** Of a fused convolution. */
  readonly depthwise?: boolean;
}

/** A convolution over all channels or of each on its own, with bias and activation, folded or not. */
export const convolution: LayerConverter = async (place) => {
  const { graph, layer, inputs } = place;
  const { strides, padding, dilationRate: dilations = [1, 1], dataFormat, depthwise } = configOf(layer);
  if (dataFormat === 'channelsFirst') throw unsupported(layer, `dataFormat ${dataFormat}`);
  const kernelShape = kernelShapeOf(layer);
  const [size, channels] = [inputs[0].shape.slice(0, 2), inputs[0].shape[2] as number];
  const window = [0, 1].map((axis) => ((kernelShape[axis] as number) - 1) * (dilations[axis] as number) + 1);
  const pads = explicitPads({ padding, size, window, strides });
  const attributes = { strides, pads, dilations, group: depthwise ? channels : 1 };
  const convolved = graph.node('Conv', layer.name, [inputs[0].name, ...(await weights(place, depthwise))], attributes);
  return activate(graph, layer, convolved);
};

function configOf(layer: AnyLayer): ConvolutionConfig & { readonly depthwise: boolean } {
  const config = layer.getConfig() as unknown as ConvolutionConfig;
  return { ...config, depthwise: config.depthwise ?? layer.getClassName() === 'DepthwiseConv2D' };
}

function kernelShapeOf({ weights: [kernel] }: AnyLayer): [number, number, number, number] {
  return kernel?.shape as [number, number, number, number];
}

/** Kernels lie [height, width, in, out]; ONNX has [out, in, height, width], where `in` is 1 for a channel on its own. */
async function weights({ graph, layer }: LayerPlace, depthwise: boolean): Promise<string[]> {
  const [height, width, inputs, outputs] = kernelShapeOf(layer);
  const shape = depthwise ? [inputs * outputs, 1, height, width] : [outputs, inputs, height, width];
  const kernel = await readWeight(layer, 0, depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]);
  const names = [graph.floats(`${layer.name}/kernel`, shape, kernel)];
  if (layer.weights[1]) {
    const bias = await readWeight(layer, 1);
    names.push(graph.floats(`${layer.name}/bias`, [bias.length], bias));
  }
  return names;
}
