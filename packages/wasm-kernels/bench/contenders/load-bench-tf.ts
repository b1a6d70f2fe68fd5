import { createRequire } from 'node:module';
import path from 'node:path';
import type { BenchTf } from '../works/bench-tf.ts';
import { registerNaiveFilterGradient } from './naive-filter-gradient.ts';

/** Which TensorFlow.js a contender runs. */
export type Flavour = 'simd' | 'relaxed' | 'stock' | 'cpu' | 'tfjs-node';

/** Starts one flavour of TensorFlow.js in this process. */
export async function loadBenchTf(flavour: Flavour): Promise<BenchTf> {
  if (flavour === 'tfjs-node') return loadTfjsNode();
  const core = await import('@tensorflow/tfjs-core');
  const layers = await import('@tensorflow/tfjs-layers');
  const stockAdam: BenchTf['adam'] = (rate, beta1) => core.train.adam(rate, beta1);
  if (flavour === 'cpu') {
    await import('@tensorflow/tfjs-backend-cpu');
    await core.setBackend('cpu');
    return { core, layers, adam: stockAdam };
  }
  await import('@tensorflow/tfjs-backend-wasm');
  await core.setBackend('wasm');
  if (flavour === 'stock') {
    registerNaiveFilterGradient();
    return { core, layers, adam: stockAdam };
  }
  const { installWasmKernels, wasmAdam } = await import('@animals/wasm-kernels');
  await installWasmKernels({ variant: flavour });
  return { core, layers, adam: (learningRate, beta1 = 0.9) => wasmAdam({ learningRate, beta1 }) };
}

/** tfjs-node from the folder that `ANIMALS_TFJS_NODE` names, else from where Node finds it. */
function loadTfjsNode(): BenchTf {
  const home = process.env.ANIMALS_TFJS_NODE;
  const require = createRequire(home ? path.join(path.resolve(home), 'index.js') : import.meta.url);
  const tf = require(home ? path.resolve(home) : '@tensorflow/tfjs-node');
  return { core: tf, layers: tf, adam: (rate, beta1) => tf.train.adam(rate, beta1) };
}
