import { ArgumentError, createRng } from '@animals/core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { applyRecipe } from '../steps/apply-recipe.ts';
import type { GeometryStep } from '../steps/step.ts';
import { smoothImage } from '../testing/pictures.ts';
import { diffAugment, sampleDiffAugment } from './diff-augment.ts';
import { warpBatch } from './warp-batch.ts';

const STEPS: readonly (readonly GeometryStep[])[] = [
  [
    { op: 'rotate', degrees: 33 },
    { op: 'shift', rows: 5.25, columns: -9.5 },
  ],
  [{ op: 'keras', variant: 'keras-2.9', theta: -15, tx: 3, shear: 4, zx: 1.6, zy: 0.7 }],
  [
    { op: 'flip', axis: 'horizontal' },
    { op: 'zoom', rows: 0.4, columns: 0.45 },
  ],
  [{ op: 'perspective', corners: [2.3, 1.2, -3, 28.4, 22, 31, 19.6, 3.3] }],
];

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
    await tf.ready();
  });

  describe('warpBatch', () => {
    const image = { ...smoothImage(22, 31), pixels: Float32Array.from(smoothImage(22, 31).pixels) };

    it.each(['nearest', 'constant', 'reflect', 'wrap'] as const)(
      'equals applyRecipe outside by %s',
      async (fillMode) => {
        await expectNoLeak(async () => {
          const one = tf.tensor4d(image.pixels, [1, 22, 31, 3]);
          const batch = tf.tile(one, [4, 1, 1, 1]);
          const warped = warpBatch(batch, STEPS, { fillMode, cval: 7 });
          const expected = STEPS.flatMap((steps) => [...applyRecipe(image, { steps, fillMode, cval: 7 }).pixels]);
          expect(await warped.data()).toBeAllClose(expected, { atol: 1e-2, rtol: 0 });
          tf.dispose([one, batch, warped]);
        });
      },
    );

    it('equals applyRecipe by nearest pixels, but for ties', async () => {
      const one = tf.tensor4d(image.pixels, [1, 22, 31, 3]);
      const sampling = { interpolation: 'nearest', fillMode: 'constant' } as const;
      const warped = warpBatch(one, [STEPS[0]!], sampling);
      const expected = applyRecipe(image, { steps: STEPS[0]!, ...sampling }).pixels;
      const values = await warped.data();
      const different = expected.filter((value, i) => Math.abs(value - values[i]!) > 1e-3).length;
      expect(different).toBeLessThan(0.01 * expected.length);
      tf.dispose([one, warped]);
    });

    // Stock WASM lacks the kernel of the gradient of gather.
    it.runIf(backend === 'cpu')('hands the gradient on', async () => {
      const result = tf.tidy(() => {
        const x = tf.randomUniform([1, 5, 4, 2], 0, 1, 'float32', 7) as tf.Tensor4D;
        const w = tf.randomUniform([1, 5, 4, 2], 0, 1, 'float32', 8);
        const f = (t: tf.Tensor) =>
          tf.sum(tf.mul(warpBatch(t as tf.Tensor4D, [[{ op: 'rotate', degrees: 20 }]]), w)) as tf.Scalar;
        // linear: the derivative along x is the value
        return [tf.sum(tf.mul(tf.grad(f)(x), x)), f(x)];
      });
      const [along, value] = [(await result[0]!.data())[0]!, (await result[1]!.data())[0]!];
      expect(along).toBeCloseTo(value, 3);
      tf.dispose(result);
    });

    it('refuses lists that do not fit and steps that are no matrix', () => {
      const x = tf.zeros([2, 3, 3, 1]) as tf.Tensor4D;
      expect(() => warpBatch(x, [[]])).toThrow(ArgumentError);
      expect(() => warpBatch(x, [[], [{ op: 'elastic', amplitude: 1, spacing: 2, seed: 0 } as GeometryStep]])).toThrow(
        'use applyRecipe',
      );
      expect(() => warpBatch(x, [[], [{ op: 'crop', top: 0, left: 0, height: 2, width: 2 }]])).toThrow('one size');
      x.dispose();
    });
  });

  describe('diffAugment', () => {
    it('shifts with zeros from outside and cuts a hole', async () => {
      await expectNoLeak(async () => {
        const x = tf.tensor4d([1, 2, 3, 4, 5, 6], [1, 2, 3, 1]);
        const shifted = diffAugment(x, { shift: [[-1, 1]] });
        expect([...(await shifted.data())]).toEqual([0, 4, 5, 0, 0, 0]);
        const cut = diffAugment(x, { hole: [[-1, 1, 2, 9]] });
        expect([...(await cut.data())]).toEqual([1, 0, 0, 4, 5, 6]);
        tf.dispose([x, shifted, cut]);
      });
    });

    it('changes colours by the paper: brightness, then saturation, then contrast', async () => {
      const x = tf.tensor4d([0.1, 0.3, 0.5, -0.2, 0, 0.8], [1, 1, 2, 3]);
      const y = diffAugment(x, { brightness: [0.25], saturation: [2], contrast: [0.5] });
      // x += .25; x = (x - x.mean(-1)) * 2 + x.mean(-1); x = (x - x.mean()) * .5 + x.mean(), NumPy 2.4.6
      expect(await y.data()).toBeAllClose([0.325, 0.525, 0.725, 0.075, 0.275, 1.075], { atol: 1e-6 });
      tf.dispose([x, y]);
    });

    it('has the gradient of central differences', async () => {
      const shape = [2, 6, 5, 3] as const;
      const parameters = sampleDiffAugment(createRng(3), shape);
      const rng = createRng(4);
      const draw = () => Float32Array.from({ length: 180 }, () => rng.uniform(-1, 1));
      const [x, w] = [draw(), draw()];
      // a square makes it more than linear
      const loss = (values: tf.Tensor) =>
        tf.sum(
          tf.mul(tf.square(diffAugment(values as tf.Tensor4D, parameters)), tf.tensor4d(w, [...shape])),
        ) as tf.Scalar;
      const gradient = tf.tidy(() => tf.grad(loss)(tf.tensor4d(x, [...shape])));
      const found = await gradient.data();
      const at = async (values: Float32Array) => {
        const value = tf.tidy(() => loss(tf.tensor4d(values, [...shape])));
        const [number] = await value.data();
        value.dispose();
        return number!;
      };
      for (const i of [0, 17, 44, 89, 90, 121, 179]) {
        const moved = (by: number) => x.map((value, k) => (k === i ? value + by : value));
        const slope = ((await at(moved(0.05))) - (await at(moved(-0.05)))) / 0.1;
        expect(found[i]).toBeCloseTo(slope, 2);
      }
      expect(found.some((value) => value !== 0)).toBe(true);
      gradient.dispose();
    });

    it('uses no gather', async () => {
      const x = tf.randomUniform([2, 8, 8, 3], -1, 1, 'float32', 3) as tf.Tensor4D;
      const parameters = sampleDiffAugment(createRng(0), x.shape);
      const { kernelNames } = await tf.profile(() =>
        tf.grad((t) => tf.sum(diffAugment(t as tf.Tensor4D, parameters)))(x),
      );
      expect(kernelNames.filter((name) => /gather|scatter|segment/i.test(name))).toEqual([]);
      expect(kernelNames.length).toBeGreaterThan(5);
      x.dispose();
    });
  });
});

describe('sampleDiffAugment', () => {
  it('draws in the published ranges, the same for the same seed', () => {
    const drawn = sampleDiffAugment(createRng(1), [500, 32, 16, 3]);
    const extremes = (values: readonly number[]) => [Math.min(...values), Math.max(...values)];
    expect(extremes(drawn.shift!.map(([rows]) => rows))).toEqual([-4, 4]);
    expect(extremes(drawn.shift!.map(([, columns]) => columns))).toEqual([-2, 2]);
    expect(extremes(drawn.hole!.map(([row]) => row))).toEqual([-8, 24]);
    expect(drawn.hole![0]!.slice(2)).toEqual([16, 8]);
    for (const [name, low, high] of [
      ['brightness', -0.5, 0.5],
      ['saturation', 0, 2],
      ['contrast', 0.5, 1.5],
    ] as const) {
      const [least, most] = extremes(drawn[name]!) as [number, number];
      expect(least).toBeGreaterThanOrEqual(low);
      expect(most).toBeLessThanOrEqual(high);
      expect(most - least).toBeGreaterThan(0.9 * (high - low));
    }
    expect(sampleDiffAugment(createRng(1), [500, 32, 16, 3])).toEqual(drawn);
    expect(Object.keys(sampleDiffAugment(createRng(1), [1, 8, 8, 3], { parts: ['cutout'] }))).toEqual(['hole']);
    expect(() => sampleDiffAugment(createRng(1), [1, 8, 8, 3], { shift: 2 })).toThrow(ArgumentError);
  });
});

afterAll(() => tf.setBackend('cpu'));
