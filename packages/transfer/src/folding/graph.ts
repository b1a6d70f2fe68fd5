import type { LayersModel } from '@tensorflow/tfjs-layers';

export type AnyLayer = LayersModel['layers'][number];

/** The layer that takes a layer's output, if there is exactly one that takes nothing else. */
export function onlyReader(layer: AnyLayer): AnyLayer | undefined {
  if (layer.outboundNodes.length !== 1) return undefined;
  const node = layer.outboundNodes[0];
  return node && node.inboundLayers.length === 1 ? node.outboundLayer : undefined;
}
