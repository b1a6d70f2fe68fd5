import { ArgumentError } from '@animals/core';
import { type Base, createBase } from '../bases/create-base.ts';
import { FusedConvolution } from '../folding/fused-convolution.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { namedWeights } from '../weights/save-weights.ts';

/** Builds a base again, with weights of its own. @throws ArgumentError if its batch normalisations are folded. */
export async function copyBase(base: Base): Promise<Base> {
  if (base.model.layers.some((layer) => layer.getClassName() === FusedConvolution.className)) {
    throw new ArgumentError(
      'base',
      'base must be as createBase made it, got a folded one; fine-tune it before folding',
    );
  }
  const { size, pooling, alpha, top, classes, topActivation } = base.settings;
  const width = alpha === 1 ? {} : { alpha };
  const copy = createBase(base.name, { size, ...width, ...(top ? { top, classes, topActivation } : { pooling }) });
  loadWeights(copy.model, await namedWeights(base.model), { by: 'name' });
  return copy;
}
