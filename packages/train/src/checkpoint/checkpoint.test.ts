import '@tensorflow/tfjs-backend-cpu';
import { createHash } from 'node:crypto';
import { DataError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { fit } from '../fit.ts';
import { allWeights, denseModel, range, tinyImages, tinyModel } from '../testing/tiny.ts';
import { captureState } from './capture-state.ts';
import { PREFIX_BYTES } from './checkpoint-file.ts';
import { restoreState } from './restore-state.ts';
import type { TrainingProgress } from './training-progress.ts';

const progress: TrainingProgress = {
  epoch: 2,
  settings: { seed: 0, loss: 'binaryCrossentropy' },
  history: [
    { epoch: 0, loss: 0.1 + 0.2, accuracy: 1 / 3 },
    { epoch: 1, loss: Number.NaN, accuracy: 0.5, valLoss: Infinity, valAccuracy: 0 },
  ],
  stopping: { best: 0.30000000000000004, bestEpoch: 0, wait: 1, stopped: false },
  bestWeights: null,
};

/** A trained model with its optimizer, and its state as bytes. */
async function trained(): Promise<{ model: LayersModel; optimizer: tf.Optimizer; bytes: Uint8Array }> {
  const model = tinyModel();
  const optimizer = tf.train.adam(0.01);
  await fit(model, { images: tinyImages(8), train: range(0, 8) }, { epochs: 1, batchSize: 4, optimizer });
  return { model, optimizer, bytes: await captureState(model, optimizer, progress) };
}

/** Bytes with one replaced and, where wanted, a hash that fits again. */
function changed(bytes: Uint8Array, at: number, value: number, { rehash = false } = {}): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  if (rehash) copy.set(createHash('sha256').update(copy.subarray(0, -32)).digest(), copy.length - 32);
  return copy;
}

async function reasonOf(work: Promise<unknown>): Promise<string | undefined> {
  const error = await work.catch((thrown: unknown) => thrown);
  return DataError.isInstance(error) ? error.reason : undefined;
}

describe('captureState', () => {
  it('packs what restoreState brings back, to the last bit', async () => {
    await expectNoLeak(async () => {
      const { model, optimizer, bytes } = await trained();
      const fresh = tinyModel({ seed: 8 });
      const other = tf.train.adam(0.01);
      // At an odd offset, as the slices of a Node Buffer have.
      const shifted = new Uint8Array(bytes.length + 1);
      shifted.set(bytes, 1);
      expect(await restoreState(fresh, other, shifted.subarray(1))).toEqual(progress);
      expect(await allWeights(fresh)).toEqual(await allWeights(model));
      expect(await captureState(fresh, other, progress)).toHaveLength(bytes.length);
      for (const made of [model, fresh, optimizer, other]) made.dispose();
    });
  });

  it('keeps the best weights', async () => {
    const { model, optimizer } = await trained();
    const bestWeights = model.weights.map((weight) => new Float32Array(weight.read().size).fill(0.1));
    const bytes = await captureState(model, optimizer, { ...progress, bestWeights });
    expect((await restoreState(model, optimizer, bytes)).bestWeights).toEqual(bestWeights);
    for (const made of [model, optimizer]) made.dispose();
  });

  it('is about as large as the numbers it holds', async () => {
    const { model, optimizer, bytes } = await trained();
    const numbers = (await allWeights(model)).length;
    expect(bytes.length).toBeLessThan(4 * 3 * numbers + 4000);
    for (const made of [model, optimizer]) made.dispose();
  });
});

describe('restoreState', () => {
  it('refuses bytes that are damaged, cut short, of another version or no checkpoint, and changes nothing', async () => {
    const { model, optimizer, bytes } = await trained();
    const before = await allWeights(model);
    const reason = (wrong: Uint8Array) => reasonOf(restoreState(model, optimizer, wrong));
    for (const at of [PREFIX_BYTES + 3, Math.floor(bytes.length / 2), bytes.length - 1]) {
      expect(await reason(changed(bytes, at, (bytes[at] as number) ^ 1))).toContain('damaged');
    }
    for (const length of [bytes.length - 1, PREFIX_BYTES + 40]) {
      expect(await reason(bytes.slice(0, length))).toContain('damaged');
    }
    expect(await reason(bytes.slice(0, PREFIX_BYTES))).toContain('cut short (12 bytes)');
    expect(await reason(bytes.slice(0, 3))).toContain('not a training checkpoint');
    expect(await reason(new TextEncoder().encode('{"version": 1}'))).toContain('not a training checkpoint');
    const version = new TextDecoder().decode(bytes).indexOf('"version":1') + 10;
    expect(await reason(changed(bytes, version, 0x32, { rehash: true }))).toContain('has version 2');
    expect(await allWeights(model)).toEqual(before);
    for (const made of [model, optimizer]) made.dispose();
  });

  it('refuses another model, another optimizer, other settings and other frozen layers', async () => {
    const { model, optimizer, bytes } = await trained();
    const small = denseModel([1, 2], 0);
    expect(await reasonOf(restoreState(small, optimizer, bytes))).toContain('of a run that trained other weights');
    const sgd = tf.train.sgd(0.1);
    expect(await reasonOf(restoreState(model, sgd, bytes))).toContain('optimizer Adam, and this one has SGD');
    const settings = { ...progress.settings, seed: 1 };
    const unlike = restoreState(model, optimizer, bytes, { path: 'run.ckpt', settings });
    await expect(unlike).rejects.toThrow('run.ckpt: is of a run with seed 0, and this one has 1');
    const fresh = await captureState(small, tf.train.adam(0.01), progress);
    expect(await reasonOf(restoreState(model, optimizer, fresh))).toContain('of another model');
    for (const layer of model.layers.slice(0, 2)) layer.trainable = false;
    expect(await reasonOf(restoreState(model, optimizer, bytes))).toContain('trained other weights');
    for (const made of [model, small, optimizer, sgd]) made.dispose();
  });

  it('says when an optimizer cannot be resumed', async () => {
    const { model, optimizer } = await trained();
    const adamax = tf.train.adamax(0.01);
    await expect(captureState(model, adamax, progress)).rejects.toThrow('Adamax');
    for (const made of [model, optimizer, adamax]) made.dispose();
  });
});
