import * as tf from '@tensorflow/tfjs-core';
import { gradients } from '../gradients/gradients.ts';
import { isGradientOverride, stockGradientOf } from './gradient-override.ts';
import { isOverride, stockOf } from './kernel-override.ts';

/** Puts the stock kernels and gradients back. Without an install before it, it does nothing. */
export function uninstallWasmKernels(): void {
  for (const registered of tf.getKernelsForBackend('wasm').filter(isOverride)) {
    tf.unregisterKernel(registered.kernelName, 'wasm');
    const stock = stockOf(registered);
    if (stock) tf.registerKernel(stock);
  }
  for (const { kernelName } of gradients) {
    const registered = tf.getGradient(kernelName) as tf.GradConfig | undefined;
    const stock = stockGradientOf(registered);
    if (!isGradientOverride(registered) || !stock) continue;
    tf.unregisterGradient(kernelName);
    tf.registerGradient(stock);
  }
}
