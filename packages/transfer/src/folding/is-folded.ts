import type { Base } from '../bases/create-base.ts';
import { FusedConvolution } from './fused-convolution.ts';

/** Whether `foldBatchNorm` made this base. */
export function isFolded({ model }: Base): boolean {
  return model.layers.some((layer) => layer.getClassName() === FusedConvolution.className);
}
