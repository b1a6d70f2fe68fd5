import { AvgPoolGrad, backend_util, util } from '@tensorflow/tfjs-core';
import { defineKernel } from '../install/kernel-override.ts';
import { sameShape } from '../plan/conv-info.ts';
import { type PoolAttrs, poolGeometry } from '../plan/pool-geometry.ts';

/** Gradient of average pooling. */
export const avgPoolGrad = defineKernel(AvgPoolGrad, ({ inputs, attrs, context }) => {
  const { dy, input } = inputs;
  const { filterSize, strides, pad } = attrs as unknown as PoolAttrs;
  if (dy!.dtype !== 'float32' || input!.shape.length !== 4) return null;
  const shape = [...input!.shape] as [number, number, number, number];
  const info = backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad);
  if (!sameShape(dy!.shape, info.outShape)) return null;
  const out = context.output(shape);
  if (util.sizeFromShape(shape) === 0) return out;
  context.exports.averagePoolGradient(context.address(dy!), context.address(out), ...poolGeometry(info));
  return out;
});
