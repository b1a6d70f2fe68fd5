import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { fit } from '../fit.ts';
import type { CheckpointStore, FitOptions } from '../fit-options.ts';
import { subsetSource } from '../sources/subset-source.ts';
import { kerasData, kerasNet } from '../testing/keras-net.ts';
import { allWeights, range, tinyImages, tinyModel } from '../testing/tiny.ts';
import type { Schedule } from './schedule-spec.ts';

const images = tinyImages(20);
const data = { images, train: range(0, 14), validation: range(14, 20) };
const base: FitOptions = { epochs: 5, batchSize: 4, seed: 2 };

async function train(options: Partial<FitOptions>, seed = 0) {
  const model = tinyModel({ seed });
  const result = await fit(model, data, { ...base, ...options });
  const weights = await allWeights(model);
  model.dispose();
  return { ...result, weights };
}

describe('fit with a schedule', () => {
  it('trains as Keras does', async () => {
    // As KERAS_RUNS, with Adam(CosineDecay(0.001, decay_steps=6, alpha=0.1, warmup_target=0.01, warmup_steps=3))
    const model = kerasNet();
    const { source, dispose } = kerasData();
    const sources = { train: subsetSource(source, range(0, 8)), validation: subsetSource(source, range(8, 12)) };
    const schedule = { name: 'warmUp', epochs: 1, from: 0.1, next: { name: 'cosine', epochs: 2, floor: 0.1 } } as const;
    const optimizer = { name: 'adam', learningRate: 0.01 } as const;
    const { history } = await fit(model, sources, { epochs: 3, batchSize: 3, optimizer, shuffle: false, schedule });
    expect(history.map(({ loss }) => loss)).toBeAllClose([0.69817305, 0.65454161, 0.60667366], { rtol: 2e-5 });
    expect(history.map(({ valLoss }) => valLoss as number)).toBeAllClose([0.70879012, 0.70444292, 0.70210028], {
      rtol: 2e-5,
    });
    const weights = await allWeights(model);
    expect(weights.slice(0, 5)).toBeAllClose([-0.34441137, 0.1926488, -0.30297336, 0.29280338, -0.17675453], {
      rtol: 1e-4,
    });
    dispose();
    model.dispose();
  });

  it.each(['adam', 'sgd', 'rmsprop'] as const)(
    'that does nothing changes nothing, and one of 0 stops %s',
    async (name) => {
      await expectNoLeak(async () => {
        const optimizer = { name, ...(name === 'sgd' && { momentum: 0.9 }) } as const;
        const schedule = { name: 'step', every: 99, factor: 0.5 } as const;
        const plain = await train({ optimizer });
        expect((await train({ optimizer, schedule })).weights).toEqual(plain.weights);
        const model = tinyModel();
        const before = (await allWeights(model)).slice(0, 80);
        await fit(model, data, { ...base, epochs: 1, optimizer, schedule: () => 0 });
        expect((await allWeights(model)).slice(0, 80)).toEqual(before);
        model.dispose();
      });
    },
  );

  it('says the rates, and gives an optimizer that was passed in its own back', async () => {
    await expectNoLeak(async () => {
      const optimizer = tf.train.momentum(0.1, 0.9);
      const rates: number[] = [];
      const schedule = { name: 'step', every: 1, factor: 0.5 } as const;
      const onBatch = ({ learningRate }: { learningRate?: number }) => void rates.push(learningRate as number);
      const { history } = await train({ optimizer, schedule, onBatch, epochs: 3 });
      expect(rates).toEqual([0.1, 0.05, 0.025].flatMap((rate) => [rate, rate, rate, rate]));
      expect(history.map(({ learningRate }) => learningRate)).toEqual([0.1, 0.05, 0.025]);
      expect(optimizer.getConfig()).toMatchObject({ learningRate: 0.1 });
      optimizer.dispose();
      // What TensorFlow.js' own momentum optimizer forgets.
      (optimizer as unknown as { c: tf.Scalar }).c.dispose();
    });
  });

  it('waits for a plateau until the rate is warm', async () => {
    const plateau = { name: 'plateau', monitor: 'loss', patience: 0, factor: 0.5, minDelta: 1e9 } as const;
    const rates = async (schedule: Schedule) =>
      (await train({ schedule, optimizer: { name: 'sgd', learningRate: 1 }, epochs: 4 })).history.map(
        ({ learningRate }) => learningRate,
      );
    expect(await rates(plateau)).toEqual([1, 1, 0.5, 0.25]);
    expect(await rates({ name: 'warmUp', epochs: 2, next: plateau })).toEqual([0.375, 0.875, 1, 1]);
  });

  it.each<[string, Schedule]>([
    ['cosine', { name: 'warmUp', epochs: 1.5, next: { name: 'cosine', epochs: 3 } }],
    ['plateau', { name: 'plateau', patience: 1, factor: 0.5, minDelta: 0.05, cooldown: 1 }],
    ['function', (epoch, step) => 0.01 / (1 + epoch + step)],
  ])('goes on bit by bit after an interruption: %s', async (_, schedule) => {
    const options = { schedule, optimizer: { name: 'adam', learningRate: 0.01 }, classWeights: [1, 2] } as const;
    const whole = await train(options);
    for (let k = 0; k < base.epochs - 1; k++) {
      let saved: Uint8Array | null = null;
      const checkpoint: CheckpointStore = {
        everySeconds: 0,
        load: async () => saved,
        save: async (bytes) => {
          saved = bytes;
        },
      };
      await train({ ...options, checkpoint, epochs: k + 1 });
      expect(await train({ ...options, checkpoint }, 99)).toEqual(whole);
      await expect(
        train({ ...options, schedule: { name: 'step', every: 3, factor: 0.1 }, checkpoint }),
      ).rejects.toThrow('is of a run with schedule ');
      await expect(train({ ...options, classWeights: [1, 1], checkpoint })).rejects.toThrow(
        'is of a run with classWeights 1,2',
      );
    }
  });
});
