import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { BackendLoader, StartOptions } from './backends/base.ts';
import { type Backend, type BackendName, backendNames, type PassedOver, type UseBackendOptions } from './types.ts';
import { Unavailable } from './unavailable.ts';

/** What `useBackend` is on every platform. */
export type UseBackend = (options?: UseBackendOptions) => Promise<Backend>;

const KERNEL_CHOICES = ['auto', 'stock', 'simd', 'relaxed'];

/** Makes the `useBackend` of a platform out of the backends that it has. */
export function createUseBackend(loaders: readonly BackendLoader[]): UseBackend {
  return async ({ prefer = backendNames, kernels = 'auto', wasmPaths, signal } = {}) => {
    checkOptions(prefer, kernels);
    const before = tf.getBackend();
    const passedOver: PassedOver[] = [];
    const options: StartOptions = { kernels, ...(wasmPaths && { wasmPaths }), ...(signal && { signal }) };
    for (const name of prefer) {
      signal?.throwIfAborted();
      const started = await tryStart(loaderOf(loaders, name), options, passedOver);
      if (started) return { name, ...started, passedOver };
    }
    if (before) await tf.setBackend(before);
    throw refusal(prefer, passedOver);
  };
}

function checkOptions(prefer: readonly BackendName[], kernels: string): void {
  if (!Array.isArray(prefer) || prefer.length === 0) {
    throw new ArgumentError(
      'prefer',
      `prefer must be a list of at least one backend, got ${JSON.stringify(prefer)}; known are ${backendNames.join(', ')}`,
    );
  }
  for (const name of prefer) {
    if (backendNames.includes(name)) continue;
    throw new ArgumentError(
      'prefer',
      `prefer must name known backends, got ${JSON.stringify(name)}; known are ${backendNames.join(', ')}`,
    );
  }
  if (!KERNEL_CHOICES.includes(kernels)) {
    throw new ArgumentError('kernels', `kernels must be one of ${KERNEL_CHOICES.join(', ')}, got ${kernels}`);
  }
  if (kernels !== 'auto' && !prefer.includes('wasm')) {
    throw new ArgumentError(
      'kernels',
      `kernels must be left out where prefer has no wasm, got ${kernels} for ${prefer.join(', ')}; add 'wasm' to prefer`,
    );
  }
}

function loaderOf(loaders: readonly BackendLoader[], name: BackendName): BackendLoader {
  const loader = loaders.find((each) => each.name === name);
  if (!loader) throw new Error(`no loader for ${name}`);
  return loader;
}

async function tryStart(loader: BackendLoader, options: StartOptions, passedOver: PassedOver[]) {
  try {
    return await loader.start(options);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    passedOver.push({ name: loader.name, reason: error.message });
    return undefined;
  }
}

function refusal(prefer: readonly BackendName[], passedOver: readonly PassedOver[]): ArgumentError {
  const reasons = passedOver.map(({ name, reason }) => `${name} ${reason}`).join('. ');
  const rule = prefer.length === 1 ? `prefer must name a backend that can run here` : 'prefer must name at least one';
  return new ArgumentError('prefer', `${rule}, got ${prefer.join(', ')}; ${reasons}`);
}
