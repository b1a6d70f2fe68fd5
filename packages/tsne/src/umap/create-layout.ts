import { supportsSimd } from '../kernels/supports-simd.ts';
import type { Layout, LayoutTask } from './layout.ts';
import { plainLayout } from './plain-layout.ts';
import { wasmLayout } from './wasm-layout.ts';

/** The layout as fast as this engine has it; the points are the same either way. */
export async function createLayout(task: LayoutTask): Promise<Layout> {
  return supportsSimd() ? wasmLayout(task) : plainLayout(task);
}

/** Length of the steps of an epoch: from `learningRate` in a line to nearly 0. */
export function stepLength(learningRate: number, epoch: number, epochs: number): number {
  return learningRate * (1 - Math.max(0, epoch - 1) / epochs);
}
