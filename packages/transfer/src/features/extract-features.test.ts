import { ArgumentError } from '@animals/core';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { createBase } from '../bases/create-base.ts';
import { preprocessInput } from '../preprocessing/preprocess-input.ts';
import { formulaWeights } from '../testing/formula.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { extractFeatures } from './extract-features.ts';

// Drawn weights would give features of 1e-17, which are close to anything.
const base = createBase('MobileNet', { size: [32, 32], alpha: 0.25 });
loadWeights(base.model, formulaWeights(base.model));
const images = tinyImages(5);
afterAll(() => base.dispose());

describe('extractFeatures', () => {
  it('gives what the model gives for preprocessed pictures, whatever the batch', async () => {
    await expectNoLeak(async () => {
      const pixels = tf.tensor4d(Float32Array.from(images.pixels), [5, 32, 32, 3]);
      const input = preprocessInput(pixels, 'tf');
      const output = base.model.predict(input) as tf.Tensor;
      const features = await extractFeatures(base, images, { batchSize: 2 });
      expect(features).toMatchObject({ rows: 5, columns: 256 });
      expect(features.data).toBeAllClose(await output.data(), { rtol: 1e-5, atol: 1e-6 });
      tf.dispose([pixels, input, output]);
    });
  });

  it('gives rows in the order asked for, and counts pictures', async () => {
    const all = await extractFeatures(base, images);
    const counts: unknown[] = [];
    const some = await extractFeatures(base, images, {
      indices: [4, 0, 4],
      batchSize: 2,
      onProgress: ({ done, total }) => counts.push([done, total]),
    });
    const row = (i: number) => Array.from(all.data.subarray(i * 256, (i + 1) * 256));
    expect(some.data).toBeAllClose([...row(4), ...row(0), ...row(4)], { rtol: 1e-5, atol: 1e-6 });
    expect(counts).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  it('gives feature maps of a base without pooling', async () => {
    const maps = createBase('MobileNet', { size: [64, 64], alpha: 0.25, pooling: 'none', seed: 3 });
    expect(await extractFeatures(maps, tinyImages(2, 64))).toMatchObject({ rows: 2, columns: 2 * 2 * 256 });
    maps.dispose();
  });

  it('ends when it is aborted, between two batches, and leaves no tensor', async () => {
    await expectNoLeak(async () => {
      const controller = new AbortController();
      const seen: number[] = [];
      const onProgress = ({ done }: { done: number }) => {
        seen.push(done);
        if (done === 2) controller.abort(new Error('enough'));
      };
      const work = extractFeatures(base, images, { batchSize: 1, signal: controller.signal, onProgress });
      await expect(work).rejects.toThrow('enough');
      expect(seen).toEqual([1, 2]);
    });
  });

  it('refuses pictures of another size or scale, bad options, and a base without weights', async () => {
    await expectNoLeak(async () => {
      await expect(extractFeatures(base, tinyImages(2, 16))).rejects.toThrow(
        "32 x 32 x 3 like the base's, got 16 x 16 x 3",
      );
      const fractions = { ...images, pixels: images.pixels.map((value) => Math.round(value / 255)) };
      await expect(extractFeatures(base, fractions)).rejects.toThrow('scale 0 to 255, got values from 0 to 1');
      await expect(extractFeatures(base, { ...images, count: 6 })).rejects.toThrow('must hold 18432 bytes, got 15360');
      for (const options of [{ batchSize: 0 }, { indices: [5] }, { indices: [-1] }, { indices: [0.5] }]) {
        await expect(extractFeatures(base, images, options)).rejects.toThrow(ArgumentError);
      }
      const empty = createBase('MobileNet', { size: [32, 32], alpha: 0.25 });
      await expect(extractFeatures(empty, images)).rejects.toThrow('call loadWeights first');
      empty.dispose();
    });
  });
});
