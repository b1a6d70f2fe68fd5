import { engine, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';

/** Runs a kernel that has one output. */
export function runOne(
  kernel: string,
  inputs: NamedTensorMap,
  attrs: Record<string, number | number[] | boolean> = {},
): Tensor {
  return engine().runKernel(kernel, inputs, attrs) as Tensor;
}
