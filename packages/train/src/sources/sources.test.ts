import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { tinyImages } from '../testing/tiny.ts';
import type { Batch } from './batch-source.ts';
import { imageSource } from './image-source.ts';
import { subsetSource } from './subset-source.ts';
import { tensorSource } from './tensor-source.ts';

/** Reads a batch and disposes it. */
async function read({ xs, ys }: Batch) {
  const values = { xs: [...(await xs.data())], ys: [...(await ys.data())], shapes: [xs.shape, ys.shape] };
  tf.dispose([xs, ys]);
  return values;
}

describe('imageSource', () => {
  it('gives the pictures asked for as fractions, with their labels', async () => {
    await expectNoLeak(async () => {
      const images = { ...tinyImages(3, { side: 1 }), pixels: Uint8Array.of(0, 51, 255, 1, 2, 3, 102, 153, 204) };
      const batch = await read(await imageSource(images).batch(Uint32Array.of(2, 0)));
      expect(batch.xs).toBeAllClose([0.4, 0.6, 0.8, 0, 0.2, 1]);
      expect(batch).toMatchObject({ ys: [0, 0], shapes: [[2, 1, 1, 3], [2, 1]] }); // biome-ignore format: short
    });
  });

  it('rounds every byte as a float32 division by 255', async () => {
    const pixels = Uint8Array.from({ length: 256 }, (_, i) => i);
    const images = { ...tinyImages(1), pixels, height: 16, width: 16, channels: 1, count: 1 };
    const { xs } = await read(await imageSource(images).batch(Uint32Array.of(0)));
    expect(xs).toEqual(Array.from(pixels, (value) => Math.fround(value / 255)));
  });

  it('refuses a set whose pixels do not fill its dimensions', () => {
    expect(() => imageSource({ ...tinyImages(2), height: 9 })).toThrow('images must hold 432 pixel values');
  });
});

describe('tensorSource', () => {
  it('gathers rows and leaves its tensors alone', async () => {
    await expectNoLeak(async () => {
      const xs = tf.tensor2d([[1, 2], [3, 4], [5, 6]]); // biome-ignore format: rows in a row
      const ys = tf.tensor1d([7, 8, 9]);
      const batch = await read(await tensorSource(xs, ys).batch(Uint32Array.of(2, 0, 2)));
      expect(batch).toEqual({ xs: [5, 6, 1, 2, 5, 6], ys: [9, 7, 9], shapes: [[3, 2], [3, 1]] }); // biome-ignore format: short
      tf.tidy(() => {
        expect(() => tensorSource(xs, tf.zeros([2]))).toThrow('one row per row of xs (3), got 2');
      });
      tf.dispose([xs, ys]);
    });
  });
});

describe('subsetSource', () => {
  it('renumbers the chosen samples and passes the context on', async () => {
    const seen: unknown[] = [];
    const source = {
      count: 9,
      batch: (indices: Uint32Array, context?: unknown) => {
        seen.push([...indices], context);
        return { xs: tf.zeros([1]), ys: tf.zeros([1]) };
      },
    };
    const subset = subsetSource(source, [8, 3, 5]);
    expect(subset.count).toBe(3);
    await read(await subset.batch(Uint32Array.of(2, 0), { epoch: 1, step: 2 }));
    expect(seen).toEqual([[5, 8], { epoch: 1, step: 2 }]);
  });

  it.each([[-1], [9], [0.5], [Number.NaN]])('refuses the index %s', (index) => {
    const source = { count: 9, batch: () => expect.unreachable() };
    expect(() => subsetSource(source, [0, index])).toThrow(`integers in [0, 9), got ${index} at 1`);
  });
});
