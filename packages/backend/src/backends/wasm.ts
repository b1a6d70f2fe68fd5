import * as tf from '@tensorflow/tfjs-core';
import { activate } from '../activate.ts';
import type { UseBackendOptions } from '../types.ts';
import { Unavailable } from '../unavailable.ts';
import type { BackendLoader } from './base.ts';
import { startKernels } from './start-kernels.ts';

/**
 * The WASM backend with our training kernels.
 *
 * @param wasmFolder finds the folder of the `.wasm` files where a program can know it; the page's default otherwise.
 */
export function wasmBackend(wasmFolder: () => string | undefined): BackendLoader {
  return {
    name: 'wasm',
    async check() {
      if (typeof WebAssembly === 'object') {
        return { name: 'wasm', status: 'ready', detail: 'WebAssembly with our training kernels' };
      }
      const remedy = 'use a runtime with WebAssembly, or the cpu backend';
      return { name: 'wasm', status: 'missing', detail: 'this runtime has no WebAssembly', remedy };
    },
    async start({ kernels, wasmPaths = wasmFolder(), signal }) {
      if (typeof WebAssembly !== 'object') throw new Unavailable('this runtime has no WebAssembly');
      const wasm = await import('@tensorflow/tfjs-backend-wasm');
      signal?.throwIfAborted();
      if (wasmPaths !== undefined && !isRunning()) wasm.setWasmPaths(wasmPaths as WasmPaths);
      await activate('wasm');
      signal?.throwIfAborted();
      const versions = {
        '@tensorflow/tfjs-core': tf.version_core,
        '@tensorflow/tfjs-backend-wasm': wasm.version_wasm,
      };
      return { ...(await startKernels(kernels)), versions };
    },
  };
}

type WasmPaths = Extract<UseBackendOptions['wasmPaths'], string>;

/** Whether an earlier call started the backend, so that the paths have been used already. */
function isRunning(): boolean {
  return tf.engine().registry.wasm !== undefined;
}
