import { engine, getBackend, getKernel, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Runs one of our kernels for cross-entropies; null where it is not installed, or inside another gradient, where each step
 * must be differentiable itself.
 */
export function logitsKernel(name: string, inputs: NamedTensorMap): Tensor | null {
  const known = getKernel(name, getBackend()) !== undefined;
  const nested = name.endsWith('Grad') && engine().state.gradientDepth > 0;
  return known && !nested ? (engine().runKernel(name, inputs) as Tensor) : null;
}
