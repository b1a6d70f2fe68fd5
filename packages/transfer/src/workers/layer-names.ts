import type { Base } from '../bases/create-base.ts';

/** Class and name of each layer of a base. */
export function layerNames({ model }: Base): string[] {
  return model.layers.map((layer) => `${layer.getClassName()} ${layer.name}`);
}
