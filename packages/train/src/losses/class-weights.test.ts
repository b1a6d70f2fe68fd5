import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { fit } from '../fit.ts';
import { subsetSource } from '../sources/subset-source.ts';
import { tensorSource } from '../sources/tensor-source.ts';
import { kerasData, kerasNet } from '../testing/keras-net.ts';
import { allWeights, denseModel, range } from '../testing/tiny.ts';

describe('fit with class weights', () => {
  it('trains as Keras does, validation and accuracy unweighted', async () => {
    await expectNoLeak(async () => {
      // As KERAS_RUNS, with Adam(0.01) and fit(class_weight={0: 0.5, 1: 3})
      const model = kerasNet();
      const { source, dispose } = kerasData();
      const sources = { train: subsetSource(source, range(0, 8)), validation: subsetSource(source, range(8, 12)) };
      const optimizer = { name: 'adam', learningRate: 0.01 } as const;
      const options = { epochs: 3, batchSize: 3, optimizer, shuffle: false, classWeights: [0.5, 3] };
      const { history } = await fit(model, sources, options);
      const curve = (key: 'loss' | 'accuracy' | 'valLoss') => history.map((record) => record[key] as number);
      expect(curve('loss')).toBeAllClose([1.0775529, 0.86989528, 0.75927037], { rtol: 2e-5 });
      expect(curve('accuracy')).toEqual([0.625, 0.875, 0.875]);
      expect(curve('valLoss')).toBeAllClose([0.71538079, 0.72690713, 0.73937261], { rtol: 2e-5 });
      expect((await allWeights(model)).slice(-4)).toBeAllClose([0.040870007, 0.039721228, 0.39368731, 0.39439055], {
        rtol: 1e-4,
      });
      dispose();
      model.dispose();
    });
  });

  it.each(['sparseCategoricalCrossentropy', 'categoricalCrossentropy'] as const)(
    'knows several classes with %s',
    async (loss) => {
      // m = keras.Sequential([keras.Input((3,)), layers.Dense(3, activation='softmax')]) with kernel diag(1, .5, -1);
      // m.compile(SGD(0.5), 'sparse_categorical_crossentropy'); m.fit(x, [0, 1, 2, 2], batch_size=4, epochs=2,
      // shuffle=False, class_weight={0: 1, 1: 2, 2: .25})
      const model = sequential({ layers: [layers.dense({ units: 3, activation: 'softmax', inputShape: [3] })] });
      tf.tidy(() => model.setWeights([tf.tensor2d([1, 0, 0, 0, 0.5, 0, 0, 0, -1], [3, 3]), tf.zeros([3])]));
      const xs = tf.tensor2d([1, 0, 0, 0, 1, 0, 0, 0, 1, 0.5, 0.5, 0], [4, 3]);
      const indices = tf.tensor1d([0, 1, 2, 2], 'int32');
      const ys =
        loss === 'categoricalCrossentropy' ? tf.cast(tf.oneHot(indices, 3), 'float32') : tf.cast(indices, 'float32');
      const { history } = await fit(
        model,
        { train: tensorSource(xs, ys) },
        {
          epochs: 2,
          batchSize: 4,
          shuffle: false,
          loss,
          optimizer: { name: 'sgd', learningRate: 0.5 },
          classWeights: [1, 2, 0.25],
        },
      );
      expect(history.map((record) => record.loss)).toBeAllClose([0.73700786, 0.66014266], { rtol: 1e-5 });
      expect(await allWeights(model)).toBeAllClose(
        [
          1.09310067, -0.06535454, -0.02774616, -0.13907263, 0.74265969, -0.10358706, -0.02560286, -0.02731056,
          -0.94708657, -0.07157478, 0.14999458, -0.07841979,
        ],
        { rtol: 1e-4, atol: 1e-6 },
      );
      tf.dispose([xs, ys, indices]);
      model.dispose();
    },
  );

  it('with weights of 1 learns bit by bit as without', async () => {
    const { source, dispose } = kerasData();
    const run = async (classWeights?: ArrayLike<number>) => {
      const model = kerasNet();
      await fit(model, { train: source }, { epochs: 2, batchSize: 4, ...(classWeights && { classWeights }) });
      const weights = await allWeights(model);
      model.dispose();
      return weights;
    };
    expect(await run([1, 1])).toEqual(await run());
    expect(await run(Float64Array.of(1, 1))).toEqual(await run());
    dispose();
  });

  it('refuses weights that do not fit, and a loss that gives only the mean', async () => {
    const model = denseModel([0, 0], 0);
    const xs = tf.zeros([4, 2]);
    const ys = tf.zeros([4, 1]);
    const run = (classWeights: number[], loss?: () => tf.Tensor) =>
      fit(model, { train: tensorSource(xs, ys) }, { epochs: 1, classWeights, ...(loss && { loss }) });
    await expect(run([1])).rejects.toThrow('classWeights must be 2 finite numbers from 0');
    await expect(run([1, -1])).rejects.toThrow('got [1,-1]');
    await expect(run([1, 1], () => tf.scalar(1))).rejects.toThrow('loss must give one value a sample (4)');
    tf.dispose([xs, ys]);
    model.dispose();
  });
});
