import { ArgumentError } from '@animals/core';
import type { AnyLayer } from '../folding/graph.ts';

/** The error for a layer that has no counterpart in what `toOnnx` writes. */
export function unsupported(layer: AnyLayer, setting?: string): ArgumentError {
  const which = `${layer.getClassName()} ${layer.name}${setting ? ` with ${setting}` : ''}`;
  return new ArgumentError(
    'base',
    `base must have layers that toOnnx knows, got ${which}; take extractFeatures for it`,
  );
}
