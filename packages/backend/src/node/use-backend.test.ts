import { supportsRelaxedSimd } from '@animals/wasm-kernels';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { doctor } from './doctor.ts';
import { useBackend } from './use-backend.ts';

/** Gradient of the sum of a convolution with respect to its filter. */
async function filterGradient(): Promise<Float32Array> {
  const image = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
  const gradient = tf.grad((filter) => tf.sum(tf.conv2d(image, filter as tf.Tensor4D, 1, 'valid')));
  return (await gradient(tf.ones([2, 2, 1, 1])).data()) as Float32Array;
}

describe('useBackend', () => {
  it('runs the gradient of a convolution on cpu, with nothing else imported', async () => {
    const backend = await useBackend({ prefer: ['cpu'] });
    expect(backend).toMatchObject({ name: 'cpu', kernels: null, passedOver: [] });
    expect(backend.versions['@tensorflow/tfjs-core']).toMatch(/^4\./);
    // Each weight meets the 2 x 2 window that starts at its own place: 1+2+4+5, 2+3+5+6, ...
    expect(await filterGradient()).toBeAllClose([12, 16, 24, 28]);
  });

  it('starts the stock wasm backend, twice', async () => {
    for (let i = 0; i < 2; i++) {
      const backend = await useBackend({ prefer: ['wasm'], kernels: 'stock' });
      expect(backend).toMatchObject({ name: 'wasm', kernels: 'stock' });
      expect(backend.versions['@tensorflow/tfjs-backend-wasm']).toMatch(/^4\./);
      expect(tf.getBackend()).toBe('wasm');
    }
  });

  it('trains a convolution on wasm with our kernels, with nothing else imported', async () => {
    const backend = await useBackend({ prefer: ['wasm'] });
    expect(backend.name).toBe('wasm');
    expect(['simd', 'relaxed']).toContain(backend.kernels);
    expect(await filterGradient()).toBeAllClose([12, 16, 24, 28]);
    backend.dispose();
    // The stock backend has no such kernel, which shows whose answer it was.
    await expect(filterGradient()).rejects.toThrow(/Conv2DBackpropFilter/);
  });

  it('takes the build of the kernels that it is told', async () => {
    expect((await useBackend({ prefer: ['wasm'], kernels: 'simd' })).kernels).toBe('simd');
    expect((await useBackend({ prefer: ['wasm'], kernels: 'stock' })).kernels).toBe('stock');
    await expect(filterGradient()).rejects.toThrow(/Conv2DBackpropFilter/);
  });

  it.skipIf(supportsRelaxedSimd())('refuses a build that the engine lacks, with the remedy', async () => {
    const refused = useBackend({ prefer: ['wasm'], kernels: 'relaxed' });
    await expect(refused).rejects.toThrow(/wasm lacks the relaxed kernels.*use 'auto'/);
    expect((await useBackend({ prefer: ['wasm', 'cpu'], kernels: 'relaxed' })).name).toBe('cpu');
  });

  it('keeps the backend in use where a demand cannot be met', async () => {
    await useBackend({ prefer: ['cpu'] });
    await expect(useBackend({ prefer: ['tensorflow-gpu'] })).rejects.toThrow(/npm install @tensorflow\/tfjs-node-gpu/);
    expect(tf.getBackend()).toBe('cpu');
  });
});

describe('doctor', () => {
  it('lists every backend with its remedy and starts none', async () => {
    const before = tf.getBackend();
    const reports = await doctor();
    expect(reports.map(({ name }) => name)).toEqual(['tensorflow-gpu', 'webgpu', 'tensorflow', 'wasm', 'cpu']);
    for (const { status, remedy } of reports) expect(status === 'ready').toBe(remedy === undefined);
    expect(reports.at(-1)?.status).toBe('ready');
    expect(tf.getBackend()).toBe(before);
  });
});
