import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../tools/src/testing/index.ts';
import { evaluate } from './evaluate.ts';
import { fit } from './fit.ts';
import { endsIn, withoutLastActivation } from './output-logits.ts';
import { tensorSource } from './sources/tensor-source.ts';
import { allWeights, denseModel } from './testing/tiny.ts';

describe('endsIn', () => {
  it('knows the last activation of sequential and of functional models', () => {
    const layer = layers.activation({ activation: 'sigmoid' });
    const one = sequential({ layers: [layers.dense({ units: 1, inputShape: [2] }), layer] });
    expect(endsIn(one, 'sigmoid')).toBe(true);
    expect(endsIn(one, 'softmax')).toBe(false);
    const x = input({ shape: [2] });
    const output = layers.dense({ units: 2, activation: 'softmax' }).apply(x) as typeof x;
    expect(endsIn(model({ inputs: x, outputs: output }), 'softmax')).toBe(true);
  });

  it('is false for an activation that another part of the model shares', () => {
    const x = input({ shape: [2] });
    const shared = layers.dense({ units: 2, activation: 'sigmoid' });
    const output = shared.apply(shared.apply(x) as typeof x) as typeof x;
    expect(endsIn(model({ inputs: x, outputs: output }), 'sigmoid')).toBe(false);
  });
});

describe('withoutLastActivation', () => {
  it('gives the logits, and puts the activation back whatever happens', async () => {
    const net = denseModel([2, -1], 0.5);
    const xs = tf.tensor2d([[3, 1]]);
    const logits = withoutLastActivation(net, () => net.predict(xs) as tf.Tensor);
    expect([...(await logits.data())]).toBeAllClose([5.5]);
    expect(() =>
      withoutLastActivation(net, () => {
        throw new Error('no');
      }),
    ).toThrow('no');
    const probability = net.predict(xs) as tf.Tensor;
    expect([...(await probability.data())]).toBeAllClose([1 / (1 + Math.exp(-5.5))]);
    tf.dispose([xs, logits, probability]);
    net.dispose();
  });
});

describe('fit, with saturated outputs', () => {
  // m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation='sigmoid')])
  // m.set_weights([np.array([[30.0], [20.0]]), np.array([0.0])])
  // m.compile(keras.optimizers.SGD(1.0), 'binary_crossentropy', metrics=['accuracy'])
  // m.fit(np.array([[1.0, 1.0], [2.0, 0.5]]), np.array([[0.0], [1.0]]), batch_size=2, epochs=3, shuffle=False)
  // -> loss 25.0, 24.25, 23.5; weights [[28.5], [18.5]], [-1.5]
  it('still learns, as Keras does', async () => {
    await expectNoLeak(async () => {
      const net = denseModel([30, 20], 0);
      const [xs, ys] = [tf.tensor2d([[1, 1], [2, 0.5]]), tf.tensor2d([[0], [1]])]; // biome-ignore format: short
      const source = tensorSource(xs, ys);
      const options = { epochs: 3, batchSize: 2, shuffle: false, optimizer: { name: 'sgd', learningRate: 1 } } as const;
      const { history } = await fit(net, { train: source }, options);
      expect(history.map(({ loss }) => loss)).toBeAllClose([25, 24.25, 23.5]);
      expect(await allWeights(net)).toBeAllClose([28.5, 18.5, -1.5]);
      expect((await evaluate(net, source)).loss).toBeGreaterThan(20);
      tf.dispose([xs, ys]);
      net.dispose();
    });
  });

  it('has the right gradient where the logit is exactly 0', async () => {
    const net = denseModel([0, 0], 0);
    const [xs, ys] = [tf.tensor2d([[1, 2]]), tf.tensor2d([[1]])];
    const optimizer = { name: 'sgd', learningRate: 1 } as const;
    await fit(net, { train: tensorSource(xs, ys) }, { epochs: 1, optimizer });
    expect(await allWeights(net)).toBeAllClose([0.5, 1, 0.5]);
    tf.dispose([xs, ys]);
    net.dispose();
  });
});
