import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Base } from '../bases/create-base.ts';
import type { AnyLayer } from '../folding/graph.ts';
import type { LayerPlace, OnnxValue } from './layers/base.ts';
import { CONVERTERS } from './layers/converters.ts';
import { channelsFirst, channelsLast } from './layers/shape.ts';
import { OnnxGraph } from './onnx-graph.ts';
import { unsupported } from './unsupported.ts';

const INPUT = 'pixels';
const OUTPUT = 'features';

/**
 * Writes a base, best after `foldBatchNorm`, as an ONNX model (opset 13), the weights that it has now included.
 *
 * The model takes `pixels`, [n, height, width, 3], preprocessed as the base wants them, and gives `features` in the shape
 * of the base's output; paddings are those of the base's size. The base is unchanged.
 * @throws ArgumentError if a layer, or a setting of one, has no counterpart; the message names it.
 * @see https://onnx.ai/onnx/operators
 */
export async function toOnnx({ model }: Base): Promise<Uint8Array> {
  const [input, output] = [model.inputs[0], model.outputs[0]] as [SymbolicTensor, SymbolicTensor];
  const graph = new OnnxGraph({ name: INPUT, shape: sides(input) }, { name: OUTPUT, shape: sides(output) });
  const made = new Map<number, OnnxValue>();
  made.set(input.id, { name: channelsFirst(graph, `${INPUT}/channels_first`, INPUT), shape: sides(input) });
  for (const layer of model.layers) {
    if (layer.getClassName() === 'InputLayer') continue;
    const inputs = [layer.input].flat().map((tensor) => made.get(tensor.id)) as unknown as LayerPlace['inputs'];
    const shape = sides(layer.output as SymbolicTensor);
    made.set((layer.output as SymbolicTensor).id, { name: await convert({ graph, layer, inputs, shape }), shape });
  }
  const last = channelsLast(graph, `${OUTPUT}/channels_last`, made.get(output.id) as OnnxValue);
  return graph.finish(model.name, last);
}

function convert(place: LayerPlace): string | Promise<string> {
  const converter = CONVERTERS[place.layer.getClassName()];
  if (!converter || !hasOneOutput(place.layer)) throw unsupported(place.layer);
  return converter(place);
}

/** Whether a layer was applied once, to give one tensor. */
function hasOneOutput(layer: AnyLayer): boolean {
  return layer.inboundNodes.length === 1 && !Array.isArray(layer.output);
}

/** Sides of a tensor but the batch. */
function sides({ shape }: SymbolicTensor): number[] {
  return shape.slice(1) as number[];
}
