import { type NamedAttrMap, type Tensor, util } from '@tensorflow/tfjs-core';

/** How many axes of x were reduced, if they are the leading ones; else null. */
export function leadingAxes(x: Tensor, { axis }: NamedAttrMap): number | null {
  const axes = util
    .parseAxisParam(axis as number | number[], x.shape)
    .slice()
    .sort((a, b) => a - b);
  return x.size > 0 && axes.every((value, i) => value === i) ? axes.length : null;
}
