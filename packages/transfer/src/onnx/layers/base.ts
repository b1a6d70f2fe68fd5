import type { AnyLayer } from '../../folding/graph.ts';
import type { OnnxGraph } from '../onnx-graph.ts';

/** A tensor of the graph: feature maps are [n, channels, height, width] there, rows [n, features]. */
export interface OnnxValue {
  readonly name: string;
  /** As the layer that made it has it, without the batch: [height, width, channels] or [features]. */
  readonly shape: readonly number[];
}

/** One layer, and where it stands. */
export interface LayerPlace {
  readonly graph: OnnxGraph;
  readonly layer: AnyLayer;
  readonly inputs: readonly [OnnxValue, ...OnnxValue[]];
  /** Of its output, without the batch. */
  readonly shape: readonly number[];
}

/**
 * Adds the nodes of one kind of layer to a graph; `toOnnx` calls it once a layer, in the order of the network.
 *
 * Returns the name of the output.
 * @throws ArgumentError if the layer has a setting that has no counterpart.
 */
export type LayerConverter = (place: LayerPlace) => string | Promise<string>;
