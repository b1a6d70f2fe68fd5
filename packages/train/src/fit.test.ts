import '@tensorflow/tfjs-backend-cpu';
import { ArgumentError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import type { BatchRecord, FitOptions } from './fit-options.ts';
import type { BatchSource } from './sources/batch-source.ts';
import { tensorSource } from './sources/tensor-source.ts';
import { allWeights, denseModel, range, tinyImages, tinyModel } from './testing/tiny.ts';

const images = tinyImages(32);
const data = { images, train: range(0, 24), validation: range(24, 32) };
const options: FitOptions = { epochs: 3, batchSize: 8, optimizer: { name: 'adam', learningRate: 0.02 }, seed: 3 };

/** Trains a fresh model and gives what came out. */
async function train(changed: Partial<FitOptions> = {}) {
  const model = tinyModel();
  try {
    const result = await fit(model, data, { ...options, ...changed });
    return { ...result, weights: await allWeights(model) };
  } finally {
    model.dispose();
  }
}

/** A softmax classifier of three numbers, and points that belong to the class of their largest one. */
function threeClasses(): { model: LayersModel; source: BatchSource; dispose: () => void } {
  const model = sequential({ layers: [layers.dense({ units: 3, activation: 'softmax', inputShape: [3] })] });
  tf.tidy(() => model.setWeights([tf.zeros([3, 3]), tf.zeros([3])]));
  const rows = Array.from({ length: 30 }, (_, i) => [0, 1, 2].map((axis) => (axis === i % 3 ? 1 : (i % 7) / 10)));
  const xs = tf.tensor2d(rows);
  const ys = tf.tensor1d(rows.map((_, i) => i % 3));
  return { model, source: tensorSource(xs, ys), dispose: () => tf.dispose([xs, ys]) };
}

describe('fit', () => {
  it('turns a model that guesses into one that knows, and leaves no tensor', async () => {
    await expectNoLeak(async () => {
      const model = tinyModel();
      const before = await evaluate(model, images, data.validation);
      const { history, stoppedEarly, bestEpoch } = await fit(model, data, { ...options, epochs: 12 });
      const after = await evaluate(model, images, data.validation);
      expect(before.accuracy).toBeLessThan(0.8);
      expect(after.accuracy).toBe(1);
      expect(after.loss).toBeLessThan(before.loss / 2);
      expect(history.map(({ epoch }) => epoch)).toEqual([...range(0, 12)]);
      expect(history.at(-1)).toMatchObject({ valLoss: after.loss, valAccuracy: 1 });
      expect(stoppedEarly).toBe(false);
      const losses = history.map(({ valLoss }) => valLoss as number);
      expect(losses[bestEpoch]).toBe(Math.min(...losses));
      model.dispose();
    });
  });

  it('takes one gradient step of the closed form', async () => {
    // p = sigmoid(0) = 1/2, so the loss is ln 2 and the gradient x (p - y) = -x / 2.
    const model = denseModel([0, 0], 0);
    const xs = tf.tensor2d([[1, 3]]);
    const ys = tf.tensor2d([[1]]);
    const { history } = await fit(
      model,
      { train: tensorSource(xs, ys) },
      { epochs: 1, optimizer: { name: 'sgd', learningRate: 1 } },
    );
    expect(history).toEqual([{ epoch: 0, loss: expect.closeTo(Math.LN2, 6), accuracy: 0 }]);
    expect(await allWeights(model)).toBeAllClose([0.5, 1.5, 0.5]);
    tf.dispose([xs, ys]);
    model.dispose();
  });

  it('weighs the batches of an epoch by their size', async () => {
    const records: BatchRecord[] = [];
    const { history } = await train({ epochs: 1, batchSize: 10, onBatch: (record) => records.push(record) });
    expect(records.map(({ batch, batches, size }) => [batch, batches, size])).toEqual([
      [0, 3, 10],
      [1, 3, 10],
      [2, 3, 4],
    ]);
    const mean = (key: 'loss' | 'accuracy') => records.reduce((sum, record) => sum + record[key] * record.size, 0) / 24;
    expect([history[0]?.loss, history[0]?.accuracy]).toEqual([mean('loss'), mean('accuracy')]);
  });

  it('gives the same for the same seed, and another result for another', async () => {
    const first = await train();
    expect(await train()).toEqual(first);
    expect((await train({ seed: 4 })).weights).not.toEqual(first.weights);
    expect((await train({ seed: 0 })).weights).toEqual((await train({ seed: 0 })).weights);
    expect((await train({ shuffle: false })).weights).not.toEqual(first.weights);
  });

  it('shows every sample once an epoch, in an order that seed and epoch decide', async () => {
    const seen: number[][] = [];
    const xs = tf.zeros([10, 2]);
    const ys = tf.zeros([10, 1]);
    const inner = tensorSource(xs, ys);
    const train: BatchSource = {
      count: 10,
      batch: (indices, context) => {
        seen[context?.epoch as number] = [...(seen[context?.epoch as number] ?? []), ...indices];
        return inner.batch(indices);
      },
    };
    const model = denseModel([0, 0], 0);
    await fit(model, { train }, { epochs: 2, batchSize: 4, seed: 7 });
    expect(seen.map((order) => [...order].sort((a, b) => a - b))).toEqual([[...range(0, 10)], [...range(0, 10)]]);
    expect(seen[0]).not.toEqual(seen[1]);
    tf.dispose([xs, ys]);
    model.dispose();
  });

  it('learns three classes from class indices', async () => {
    await expectNoLeak(async () => {
      const { model, source, dispose } = threeClasses();
      const { history } = await fit(
        model,
        { train: source },
        {
          epochs: 15,
          batchSize: 10,
          optimizer: { name: 'sgd', learningRate: 1 },
          loss: 'sparseCategoricalCrossentropy',
        },
      );
      expect(history[0]?.accuracy).toBeLessThan(0.9);
      expect(history.at(-1)?.accuracy).toBe(1);
      dispose();
      model.dispose();
    });
  });

  it('keeps an optimizer that was passed in, for its maker to dispose', async () => {
    await expectNoLeak(async () => {
      const optimizer = tf.train.adam(0.02, 0.9, 0.999, 1e-7);
      const mine = await train({ optimizer });
      expect(optimizer.iterations).toBe(9);
      expect(mine.weights).toEqual((await train()).weights);
      optimizer.dispose();
    });
  });

  it('leaves a frozen batch normalisation as it is', async () => {
    const model = tinyModel();
    const norm = model.layers[1] as LayersModel['layers'][number];
    norm.trainable = false;
    const read = () => Promise.all(norm.weights.map(async (weight) => [...(await weight.read().data())]));
    const before = await read();
    await fit(model, data, options);
    expect(await read()).toEqual(before);
    expect(Object.hasOwn(norm, 'call')).toBe(false);
    model.dispose();
  });

  it('moves the statistics of a batch normalisation that is not frozen', async () => {
    const model = tinyModel();
    await fit(model, data, { ...options, epochs: 1 });
    const norm = model.layers[1] as LayersModel['layers'][number];
    const [mean, variance] = await Promise.all(norm.weights.slice(2).map((weight) => weight.read().data()));
    expect(Math.max(...(mean as Float32Array))).toBeGreaterThan(0);
    expect(Math.max(...(variance as Float32Array))).toBeLessThan(1);
    model.dispose();
  });

  it('keeps weights within their constraint', async () => {
    const model = sequential({
      layers: [
        layers.flatten({ inputShape: [8, 8, 3] }),
        layers.dense({ units: 1, activation: 'sigmoid', useBias: false, kernelConstraint: 'nonNeg' }),
      ],
    });
    await fit(model, data, { ...options, epochs: 1 });
    expect(Math.min(...(await allWeights(model)))).toBe(0);
    model.dispose();
  });
});

describe('fit, stopped', () => {
  it('stops early and ends with the weights of the best epoch', async () => {
    const earlyStopping = { monitor: 'valLoss', patience: 2, minDelta: 0.03 } as const;
    const stopped = await train({ epochs: 20, earlyStopping });
    expect(stopped.stoppedEarly).toBe(true);
    const unstopped = await train({ epochs: stopped.bestEpoch + 3 });
    expect(stopped.history).toEqual(unstopped.history);
    expect(stopped.weights).not.toEqual(unstopped.weights);
    const best = await train({ epochs: stopped.bestEpoch + 1 });
    expect(stopped.weights).toEqual(best.weights);
  });

  it('rejects with the reason of an abort between two batches, and leaves no tensor', async () => {
    await expectNoLeak(async () => {
      const controller = new AbortController();
      const reason = new Error('enough');
      let batches = 0;
      const onBatch = () => {
        // A timer, not the callback itself: the loop must let it run.
        if (++batches === 4) setTimeout(() => controller.abort(reason));
      };
      const model = tinyModel();
      await expect(fit(model, data, { ...options, epochs: 500, signal: controller.signal, onBatch })).rejects.toBe(
        reason,
      );
      expect(batches).toBeLessThan(200);
      expect((await allWeights(model)).every(Number.isFinite)).toBe(true);
      model.dispose();
    });
  });

  it('does not begin when it was aborted before', async () => {
    const model = tinyModel();
    const before = await allWeights(model);
    await expect(fit(model, data, { ...options, signal: AbortSignal.abort('no') })).rejects.toBe('no');
    expect(await allWeights(model)).toEqual(before);
    model.dispose();
  });

  it('leaves no tensor when a callback throws', async () => {
    await expectNoLeak(async () => {
      const onBatch = () => {
        throw new Error('from the callback');
      };
      await expect(train({ onBatch })).rejects.toThrow('from the callback');
    });
  });

  it.each([
    ['epochs', { epochs: 0 }],
    ['batchSize', { batchSize: 1.5 }],
    ['seed', { seed: -1 }],
    ['optimizer', { optimizer: 'adamw' as 'adam' }],
    ['learningRate', { optimizer: { name: 'adam', learningRate: 0 } as const }],
    ['loss', { loss: 'hinge' as 'binaryCrossentropy' }],
    ['patience', { earlyStopping: { patience: -1 } }],
  ])('refuses a wrong %s before anything is made', async (parameter, changed) => {
    await expectNoLeak(async () => {
      const error = await train(changed).catch((thrown: unknown) => thrown);
      expect(ArgumentError.isInstance(error) && error.parameter).toBe(parameter);
    });
  });

  it('refuses pictures of another size, targets of another shape, and to watch validation without any', async () => {
    const model = tinyModel();
    const small = { images: tinyImages(4, { side: 6 }), train: [0, 1, 2, 3] };
    await expect(fit(model, small, options)).rejects.toThrow("model's input shape [n,8,8,3], got [4,6,6,3]");
    const { model: three, source, dispose } = threeClasses();
    await expect(fit(three, { train: source }, options)).rejects.toThrow(
      "shape of the model's output, [8,3], got [8,1]",
    );
    const unwatched = fit(model, { images, train: data.train }, { ...options, earlyStopping: {} });
    await expect(unwatched).rejects.toThrow('monitor must be loss or accuracy');
    await expect(fit(model, { images, train: [] }, options)).rejects.toThrow('train must hold at least one sample');
    await expect(fit(model, { images, train: [32] }, options)).rejects.toThrow('integers in [0, 32), got 32 at 0');
    dispose();
    three.dispose();
    model.dispose();
  });
});
