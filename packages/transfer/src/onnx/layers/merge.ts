import type { LayerConverter } from './base.ts';

/** Adds or multiplies tensors, two at a time. */
export function merge(op: 'Add' | 'Mul'): LayerConverter {
  return ({ graph, layer, inputs: [first, ...others] }) =>
    others.reduce((sum, { name }) => graph.node(op, layer.name, [sum, name]), first.name);
}
