import { ArgumentError, DataError } from '@animals/core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { createBase } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import { fastestBase, fastestOf } from './fastest-base.ts';
import type { OnnxBase } from './onnx-base.ts';

const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25, seed: 3 });
afterAll(() => base.dispose());
const images = tinyImages(3);

/** Features of its own, at once or after a while. */
function runtime(milliseconds: number): OnnxBase & { readonly disposals: () => number } {
  let disposed = 0;
  return {
    extractFeatures: async () => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return { data: Float32Array.of(7), rows: 1, columns: 1 };
    },
    dispose: async () => void disposed++,
    disposals: () => disposed,
  };
}

describe('fastestBase', () => {
  it('takes onnxruntime where it is faster, and disposes of it when told', async () => {
    const instant = runtime(0);
    const fast = await fastestOf(async () => instant, base);
    expect(fast.runtime).toBe('onnxruntime');
    expect((await fast.extractFeatures(images)).data[0]).toBe(7);
    expect(instant.disposals()).toBe(0);
    await fast.dispose();
    expect(instant.disposals()).toBe(1);
  });

  it('stays with TensorFlow.js where onnxruntime is slower, and frees it', async () => {
    const slow = runtime(600);
    await expectNoLeak(async () => {
      const fast = await fastestOf(async () => slow, base);
      expect(fast.runtime).toBe('tfjs');
      expect(fast.reason).toMatch(/^onnxruntime takes [\d.]+ of the time/);
      expect(slow.disposals()).toBe(1);
      expect(await fast.extractFeatures(images)).toEqual(await extractFeatures(base, images));
      await fast.dispose();
    });
  }, 20_000);

  it('says why onnxruntime is not taken, and passes other errors on', async () => {
    const missing = () => Promise.reject(new DataError('onnxruntime-node', 'is not installed'));
    expect(await fastestOf(missing, base)).toMatchObject({
      runtime: 'tfjs',
      reason: expect.stringContaining('is not installed'),
    });
    await expect(fastestBase(base, { threads: 0 })).rejects.toThrow(ArgumentError);
    await expect(fastestOf(() => Promise.reject(new Error('broken')), base)).rejects.toThrow('broken');
  });

  it('frees onnxruntime if the race cannot be run: the base has no weights yet', async () => {
    const empty = createBase('MobileNet', { size: [32, 32], alpha: 0.25 });
    const instant = runtime(0);
    await expect(fastestOf(async () => instant, empty)).rejects.toThrow('base must have weights');
    expect(instant.disposals()).toBe(1);
    empty.dispose();
  });
});
