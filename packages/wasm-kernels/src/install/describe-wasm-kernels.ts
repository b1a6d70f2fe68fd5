import { getKernelsForBackend } from '@tensorflow/tfjs-core';
import type { Variant } from '../wasm/compile-kernels.ts';
import { activeVariant } from '../wasm/context-of.ts';
import { isOverride } from './kernel-override.ts';

/** One kernel of ours, and how many calls it and the stock kernel have answered since the install. */
export interface KernelAnswers {
  readonly kernel: string;
  readonly ours: number;
  readonly stock: number;
}

/** What is installed. */
export interface WasmKernelsDescription {
  readonly installed: boolean;
  /** The build that runs: null if none is installed. */
  readonly variant: Variant | null;
  /** Our kernels by name. */
  readonly kernels: readonly KernelAnswers[];
}

/** Tells which kernels are ours, which build runs, and who has answered how many calls. */
export function describeWasmKernels(): WasmKernelsDescription {
  const kernels = getKernelsForBackend('wasm')
    .filter(isOverride)
    .map(({ kernelName, answers }) => ({ kernel: kernelName, ...answers }))
    .sort((a, b) => (a.kernel < b.kernel ? -1 : 1));
  const installed = kernels.length > 0;
  return { installed, variant: installed ? (activeVariant() ?? null) : null, kernels };
}
