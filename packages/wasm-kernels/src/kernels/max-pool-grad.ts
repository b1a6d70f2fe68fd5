import { backend_util, MaxPoolGrad, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { sameShape } from '../plan/conv-info.ts';
import { type PoolAttrs, poolGeometry } from '../plan/pool-geometry.ts';

/** Gradient of max pooling: the first largest value of a window gets it. */
export const maxPoolGrad = defineKernel(MaxPoolGrad, ({ inputs, attrs, context }) => {
  const { dy, input } = inputs;
  const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as PoolAttrs;
  if (dy!.dtype !== 'float32' || input!.dtype !== 'float32' || input!.shape.length !== 4) return null;
  const shape = [...input!.shape] as [number, number, number, number];
  const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  if (!sameShape(dy!.shape, info.outShape)) return null;
  const out = context.output(shape);
  if (util.sizeFromShape(shape) === 0) return out;
  const [x, g, dx] = [input!, dy!, out].map((tensor) => context.address(tensor)) as [number, number, number];
  context.exports.maxPoolGradient(x, g, dx, ...poolGeometry(info));
  return out;
});
