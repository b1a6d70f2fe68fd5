import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { webgpuBackend } from '../backends/webgpu.ts';
import { createUseBackend } from '../create-use-backend.ts';
import type { OptionalPackages } from './optional-packages.ts';
import { nodeWebgpu } from './webgpu-platform.ts';

/** Packages of which `webgpu` finds an adapter or none, and whose backend is made of plain JavaScript. */
function standIns(installed: readonly string[], { adapter = true } = {}): OptionalPackages {
  const has = (name: string) => (installed.includes(name) ? `/${name}` : undefined);
  return {
    find: has,
    version: (name) => has(name) && '4.22.0',
    async load(name) {
      if (name === 'webgpu') {
        return { globals: {}, create: () => ({ requestAdapter: async () => (adapter ? {} : null) }) };
      }
      if (!('gpu' in navigator)) throw new Error('imported before navigator.gpu was there');
      const { MathBackendCPU } = await import('@tensorflow/tfjs-backend-cpu');
      tf.registerBackend('webgpu', () => new MathBackendCPU());
      return {};
    },
  };
}

const BOTH = ['webgpu', '@tensorflow/tfjs-backend-webgpu'];
const use = (packages: OptionalPackages) =>
  createUseBackend([webgpuBackend(nodeWebgpu(packages))])({ prefer: ['webgpu'] });

describe('webgpuBackend in Node', () => {
  let before: PropertyDescriptor | undefined;
  beforeEach(() => {
    before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  });
  afterEach(() => {
    if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
    Reflect.deleteProperty(globalThis.navigator ?? {}, 'gpu');
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  });

  it('says what to install', async () => {
    await expect(use(standIns([]))).rejects.toThrow(/npm install webgpu @tensorflow\/tfjs-backend-webgpu/);
    await expect(use(standIns(['webgpu']))).rejects.toThrow(
      /webgpu needs the package '@tensorflow\/tfjs-backend-webgpu', not installed; npm install @tensorflow/,
    );
  });

  it('puts navigator.gpu in place before the backend is imported', async () => {
    const backend = await use(standIns(BOTH));
    expect(backend).toMatchObject({ name: 'webgpu', versions: { '@tensorflow/tfjs-backend-webgpu': '4.22.0' } });
    expect(tf.getBackend()).toBe('webgpu');
  });

  it('says that a driver is missing where there is no adapter', async () => {
    await expect(use(standIns(BOTH, { adapter: false }))).rejects.toThrow(/no WebGPU adapter.*install a Vulkan/);
  });
});
