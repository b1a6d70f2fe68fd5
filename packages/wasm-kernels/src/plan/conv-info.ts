import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util } from '@tensorflow/tfjs-core';
import type { Conv2DInfo } from './convolution.ts';

type Shape4D = [number, number, number, number];

/** Geometry of a convolution of float32 tensors, channels last; null for every other. */
export function convInfo(
  tensors: readonly TensorInfo[],
  xShape: readonly number[],
  filterShape: readonly number[],
  attrs: NamedAttrMap,
  depthwise = false,
): Conv2DInfo | null {
  const { dataFormat } = attrs;
  if (dataFormat !== undefined && dataFormat !== null && dataFormat !== 'NHWC') return null;
  if (xShape.length !== 4 || filterShape.length !== 4 || tensors.some(({ dtype }) => dtype !== 'float32')) return null;
  const { strides, dilations, pad, dimRoundingMode } = attrs as unknown as {
    strides: [number, number] | number;
    dilations?: [number, number] | number;
    pad: Parameters<typeof backend_util.computeConv2DInfo>[4];
    dimRoundingMode?: 'floor' | 'round' | 'ceil';
  };
  const shapes: [Shape4D, Shape4D] = [[...xShape] as Shape4D, [...filterShape] as Shape4D];
  return backend_util.computeConv2DInfo(...shapes, strides, dilations ?? 1, pad, dimRoundingMode, depthwise);
}

/** Whether two shapes are the same. */
export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}
