import '@tensorflow/tfjs-backend-cpu';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import { createSlot } from '@animals/run';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { fit } from './fit.ts';
import type { CheckpointStore, FitOptions } from './fit-options.ts';
import { range, tinyImages, tinyModel } from './testing/tiny.ts';
import { readWeights } from './weights/read-weights.ts';

const images = tinyImages(20);
const data = { images, train: range(0, 14), validation: range(14, 20) };
const base: FitOptions = { epochs: 5, batchSize: 4, seed: 2 };

/** A store in memory that counts its saves. */
function memoryStore(everySeconds = 0): CheckpointStore & { bytes: Uint8Array | null; saves: number } {
  return {
    bytes: null,
    saves: 0,
    everySeconds,
    async load() {
      return this.bytes;
    },
    async save(bytes) {
      this.bytes = bytes;
      this.saves++;
    },
  };
}

/** Trains a model that starts from `modelSeed`; gives history and a hash over all weights. */
async function train(options: FitOptions, { modelSeed = 0 } = {}) {
  const model = tinyModel({ seed: modelSeed });
  try {
    const result = await fit(model, data, options);
    const hash = createHash('sha256');
    for (const values of await readWeights(model)) hash.update(values);
    return { ...result, hash: hash.digest('hex') };
  } finally {
    model.dispose();
  }
}

/** Trains until epoch `k` is over, then aborts; resumes with a model that started elsewhere. */
async function interrupted(k: number, options: FitOptions) {
  const checkpoint = memoryStore();
  const controller = new AbortController();
  const onEpoch = ({ epoch }: { epoch: number }) => {
    if (epoch === k) controller.abort(new Error('interrupted'));
  };
  await expect(train({ ...options, checkpoint, onEpoch, signal: controller.signal })).rejects.toThrow('interrupted');
  const epochs: number[] = [];
  const result = await train(
    { ...options, checkpoint, onEpoch: ({ epoch }) => void epochs.push(epoch) },
    { modelSeed: 99 },
  );
  expect(epochs[0]).toBe(k + 1);
  return result;
}

describe('fit, resumed', () => {
  it.each([
    ['adam', { optimizer: { name: 'adam', learningRate: 0.01 } }],
    ['momentum', { optimizer: { name: 'sgd', momentum: 0.9, nesterov: true } }],
    ['rmsprop', { optimizer: 'rmsprop' }],
  ] satisfies [string, Partial<FitOptions>][])(
    'ends bit by bit as if never interrupted, with %s',
    async (_, changed) => {
      await expectNoLeak(async () => {
        const options = { ...base, ...changed };
        const whole = await train(options);
        for (let k = 0; k < base.epochs - 1; k++) expect(await interrupted(k, options)).toEqual(whole);
      });
    },
  );

  it('goes on waiting for a better epoch, and restores the best one of before', async () => {
    const options: FitOptions = {
      ...base,
      epochs: 20,
      optimizer: { name: 'sgd', learningRate: 0.8 },
      earlyStopping: { patience: 2 },
    };
    const whole = await train(options);
    expect(whole.stoppedEarly).toBe(true);
    expect(whole.bestEpoch).toBeGreaterThan(0);
    for (let k = 0; k < whole.history.length - 1; k++) expect(await interrupted(k, options)).toEqual(whole);
  });

  it('resumes after many steps, where running powers and powers differ', async () => {
    const options: FitOptions = { ...base, epochs: 16, batchSize: 2, optimizer: { name: 'adam', learningRate: 0.01 } };
    expect(await interrupted(10, options)).toEqual(await train(options));
  });

  it('resumes with an optimizer that was passed in and used before', async () => {
    const whole = await train({ ...base, optimizer: 'adam' });
    const checkpoint = memoryStore();
    await train({ ...base, epochs: 3, optimizer: 'adam', checkpoint });
    await expectNoLeak(async () => {
      const optimizer = tf.train.adam(0.001, 0.9, 0.999, 1e-7);
      await train({ ...base, epochs: 1, optimizer });
      expect(await train({ ...base, optimizer, checkpoint })).toEqual(whole);
      optimizer.dispose();
    });
  });

  it('gives the result of a finished run without training again, and trains on when more epochs are asked for', async () => {
    const checkpoint = memoryStore();
    const first = await train({ ...base, epochs: 3, checkpoint });
    const onEpoch = () => expect.unreachable();
    expect(await train({ ...base, epochs: 3, checkpoint, onEpoch }, { modelSeed: 99 })).toEqual(first);
    expect(await train({ ...base, checkpoint })).toEqual(await train(base));
  });

  it('keeps NaN losses of a diverged run', async () => {
    const checkpoint = memoryStore();
    const loss = (_: tf.Tensor, predictions: tf.Tensor) => tf.mul(predictions, Number.NaN);
    const whole = await train({ ...base, epochs: 2, checkpoint, loss });
    expect(whole.history[0]?.loss).toBeNaN();
    expect(whole.bestEpoch).toBe(-1);
    expect(await train({ ...base, epochs: 2, checkpoint, loss })).toEqual(whole);
  });

  it('keeps its state in a slot of @animals/run', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fit-resume-'));
    try {
      await train({ ...base, epochs: 2, checkpoint: createSlot(folder, 'fold-0') });
      const resumed = await train({ ...base, checkpoint: createSlot(folder, 'fold-0') }, { modelSeed: 99 });
      expect(resumed).toEqual(await train(base));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('saves when it is time, and always at the end', async () => {
    const each = memoryStore(0);
    await train({ ...base, epochs: 3, checkpoint: each });
    expect(each.saves).toBe(3);
    const rare = memoryStore(1000);
    await train({ ...base, epochs: 3, checkpoint: rare });
    expect(rare.saves).toBe(1);
    expect(rare.bytes?.length).toBe(each.bytes?.length);
  });

  it.each([
    ['seed', { seed: 3 }],
    ['batchSize', { batchSize: 5 }],
    ['shuffle', { shuffle: false }],
    ['loss', { loss: (ys: tf.Tensor, p: tf.Tensor) => tf.squaredDifference(ys, p) }],
    ['optimizer', { optimizer: { name: 'adam', learningRate: 0.1 } as const }],
    ['earlyStopping', { earlyStopping: { patience: 9 } }],
  ])('refuses the checkpoint of a run with another %s', async (name, changed) => {
    const checkpoint = memoryStore();
    await train({ ...base, epochs: 1, checkpoint });
    await expectNoLeak(async () => {
      const error = await train({ ...base, ...changed, checkpoint }).catch((thrown: unknown) => thrown);
      expect(DataError.isInstance(error) && error.reason).toContain(`is of a run with ${name} `);
    });
  });
});
