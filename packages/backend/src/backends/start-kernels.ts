import { ArgumentError } from '@animals/core';
import { installWasmKernels, uninstallWasmKernels } from '@animals/wasm-kernels';
import type { KernelChoice } from '../types.ts';
import { Unavailable } from '../unavailable.ts';
import type { StartedBackend } from './base.ts';

/** Puts the training kernels in that were asked for, and takes ours out for `stock`. */
export async function startKernels(choice: KernelChoice): Promise<Pick<StartedBackend, 'kernels' | 'dispose'>> {
  if (choice === 'stock') {
    uninstallWasmKernels();
    return { kernels: 'stock', dispose() {} };
  }
  const { variant } = await install(choice);
  return { kernels: variant ?? 'stock', dispose: uninstallWasmKernels };
}

/** A build that the engine lacks makes the backend unavailable; anything else is a fault of ours. */
async function install(variant: Exclude<KernelChoice, 'stock'>) {
  try {
    return await installWasmKernels({ variant });
  } catch (error) {
    if (!ArgumentError.isInstance(error)) throw error;
    throw new Unavailable(`lacks the ${variant} kernels (${error.message})`, undefined, { cause: error });
  }
}
