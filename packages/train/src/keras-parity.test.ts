import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { fit } from './fit.ts';
import { subsetSource } from './sources/subset-source.ts';
import { kerasData, kerasNet } from './testing/keras-net.ts';
import { KERAS_RUNS } from './testing/keras-runs.ts';
import { allWeights, range } from './testing/tiny.ts';

describe('fit', () => {
  it.each(KERAS_RUNS)('trains as Keras does with $call', async ({ optimizer, l2, weights, ...curves }) => {
    await expectNoLeak(async () => {
      const model = kerasNet({ l2 });
      const { source, dispose } = kerasData();
      const data = { train: subsetSource(source, range(0, 8)), validation: subsetSource(source, range(8, 12)) };
      const { history } = await fit(model, data, { epochs: 3, batchSize: 3, optimizer, shuffle: false });
      for (const key of ['loss', 'accuracy', 'valLoss', 'valAccuracy'] as const) {
        expect(history.map((record) => record[key] as number)).toBeAllClose(curves[key], { rtol: 2e-5 });
      }
      expect(await allWeights(model)).toBeAllClose(weights, { rtol: 1e-4, atol: 2e-6 });
      model.dispose();
      dispose();
    });
  });
});
