import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers, models, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { seededDropout } from './seeded-dropout.ts';
import { seekDropout } from './seek-dropout.ts';

/** What a layer makes of a thousand ones. */
async function ones(layer: ReturnType<typeof seededDropout>, { training = true } = {}): Promise<number[]> {
  const out = tf.tidy(() => layer.apply(tf.ones([10, 100]), { training }) as tf.Tensor);
  const values = [...(await out.data())];
  out.dispose();
  return values;
}

describe('seededDropout', () => {
  it('drops the fraction asked for and scales the rest, in training only', async () => {
    await expectNoLeak(async () => {
      const layer = seededDropout({ rate: 0.2, seed: 0 });
      const values = await ones(layer);
      expect(new Set(values)).toEqual(new Set([0, 1.25]));
      const dropped = values.filter((value) => value === 0).length;
      expect(Math.abs(dropped - 200)).toBeLessThan(50);
      expect(new Set(await ones(layer, { training: false }))).toEqual(new Set([1]));
      expect(new Set(await ones(seededDropout({ rate: 0, seed: 0 })))).toEqual(new Set([1]));
    });
  });

  it('draws a mask by seed, step and place', async () => {
    const layer = seededDropout({ rate: 0.5, seed: 3 });
    const at = (step: number, place = 0) => {
      layer.seek(step, place);
      return ones(layer);
    };
    const first = await at(0);
    expect(await at(1)).not.toEqual(first);
    expect(await at(0, 1)).not.toEqual(first);
    expect(await at(0)).toEqual(first);
    expect(await ones(layer)).not.toEqual(first);
    const other = seededDropout({ rate: 0.5, seed: 4 });
    expect(await ones(other)).not.toEqual(first);
  });

  it('passes the gradient where it passes the value', async () => {
    const layer = seededDropout({ rate: 0.5, seed: 1 });
    const values = await ones(layer);
    layer.seek(0, 0);
    const f = (x: tf.Tensor) => tf.sum(layer.apply(x, { training: true }) as tf.Tensor);
    const gradient = tf.tidy(() => tf.grad(f)(tf.ones([10, 100])));
    expect([...(await gradient.data())]).toEqual(values);
    gradient.dispose();
  });

  it('survives saving and loading, and is told its step then', async () => {
    const model = sequential({
      layers: [layers.flatten({ inputShape: [4, 5] }), seededDropout({ rate: 0.5, seed: 9, name: 'drop' })],
    });
    const copy = await models.modelFromJSON(JSON.parse(model.toJSON() as string));
    expect(copy.layers[1]?.getConfig()).toMatchObject({ rate: 0.5, seed: 9, name: 'drop' });
    const outputs = await Promise.all(
      [model, copy].map((m) => {
        seekDropout(m, 12);
        return tf.tidy(() => m.apply(tf.ones([2, 4, 5]), { training: true }) as tf.Tensor).data();
      }),
    );
    expect(outputs[1]).toEqual(outputs[0]);
    seekDropout(copy, 13);
    const next = await tf.tidy(() => copy.apply(tf.ones([2, 4, 5]), { training: true }) as tf.Tensor).data();
    expect(next).not.toEqual(outputs[0]);
  });

  it.each([[1], [-0.1], [Number.NaN]])('refuses the rate %s', (rate) => {
    expect(() => seededDropout({ rate, seed: 0 })).toThrow('rate must be in [0, 1)');
  });

  it('refuses a seed that is none', () => {
    expect(() => seededDropout({ rate: 0.5, seed: -1 })).toThrow('seed');
  });
});
