import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
// Both register what ours stands in for: all gradients, and all kernels of the WASM backend.
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-wasm';
import { gradients } from '../gradients/gradients.ts';
import { kernels } from '../kernels/kernels.ts';
import { compileKernels, type Variant } from '../wasm/compile-kernels.ts';
import { activate, contextOf } from '../wasm/context-of.ts';
import { supportsRelaxedSimd, supportsSimd } from '../wasm/supports.ts';
import { describeWasmKernels, type WasmKernelsDescription } from './describe-wasm-kernels.ts';
import { overrideGradient, stockGradientOf } from './gradient-override.ts';
import { override, stockOf } from './kernel-override.ts';

/** Settings of `installWasmKernels`. */
export interface InstallOptions {
  /**
   * Which build: `relaxed` (multiply-add in one instruction, faster), `simd` (the same bits on every machine), or `auto`:
   * relaxed where the engine has it, else simd.
   */
  readonly variant?: Variant | 'auto';
}

/**
 * Puts our kernels in place of those of the WASM backend, and adds the ones that it lacks.
 *
 * Call it after `await tf.setBackend('wasm')`, once; it outlives a reset of the engine, and a second call does no harm.
 * On an engine without SIMD it changes nothing, and the description says so.
 * @throws ArgumentError if the engine lacks the build that was asked for.
 * @throws Error if the backend does not show its memory, or shares it with threads.
 */
export async function installWasmKernels({ variant = 'auto' }: InstallOptions = {}): Promise<WasmKernelsDescription> {
  const chosen = choose(variant);
  if (!chosen) return describeWasmKernels();
  activate(chosen, await compileKernels(chosen));
  if (tf.getBackend() === 'wasm') contextOf(tf.backend());
  for (const definition of kernels) {
    const registered = tf.getKernel(definition.kernelName, 'wasm') as tf.KernelConfig | undefined;
    if (registered) tf.unregisterKernel(definition.kernelName, 'wasm');
    tf.registerKernel(override(definition, stockOf(registered)));
  }
  for (const definition of gradients) {
    const stock = stockGradientOf(tf.getGradient(definition.kernelName));
    if (!stock) throw new Error(`no gradient of ${definition.kernelName} is registered`);
    tf.unregisterGradient(definition.kernelName);
    tf.registerGradient(overrideGradient(definition, stock));
  }
  return describeWasmKernels();
}

function choose(variant: Variant | 'auto'): Variant | undefined {
  if (variant === 'relaxed' && !supportsRelaxedSimd()) {
    const remedy = "use 'auto', or start Node 20 with --experimental-wasm-relaxed-simd";
    throw new ArgumentError('variant', `variant must be one that this engine runs, got 'relaxed'; ${remedy}`);
  }
  if (variant === 'simd' && !supportsSimd()) {
    throw new ArgumentError('variant', "variant must be one that this engine runs, got 'simd'; use 'auto'");
  }
  if (variant !== 'auto' && variant !== 'simd' && variant !== 'relaxed') {
    throw new ArgumentError('variant', `variant must be 'auto', 'simd' or 'relaxed', got ${JSON.stringify(variant)}`);
  }
  if (variant !== 'auto') return variant;
  if (supportsRelaxedSimd()) return 'relaxed';
  return supportsSimd() ? 'simd' : undefined;
}
