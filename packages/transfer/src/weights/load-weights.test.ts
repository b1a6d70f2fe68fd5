import '@tensorflow/tfjs-backend-cpu';
import { layers, sequential } from '@tensorflow/tfjs-layers';
import { afterAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { createBase } from '../bases/create-base.ts';
import type { NamedWeight, NamedWeights } from '../formats/named-weights.ts';
import { formulaWeights } from '../testing/formula.ts';
import { loadWeights } from './load-weights.ts';
import { modelWeights } from './model-weights.ts';

const base = createBase('MobileNetV2', { size: [32, 32], alpha: 0.35 });
const file = formulaWeights(base.model);
afterAll(() => base.dispose());

async function read(): Promise<number[]> {
  const values = await Promise.all([...modelWeights(base.model)].map(({ variable }) => variable.data()));
  return values.map((data) => weighted(data as Float32Array));
}

const weighted = (data: Float32Array) => data.reduce((sum, value, i) => sum + value * (i + 1), 0);
const sums = file.map(({ data }) => weighted(data as Float32Array));
const renamed = (name: (weight: NamedWeight, at: number) => string): NamedWeights =>
  file.map((weight, at) => ({ ...weight, name: name(weight, at) }));
const clear = () =>
  loadWeights(
    base.model,
    file.map((w) => ({ ...w, data: new Float32Array(w.data.length) })),
  );

describe('loadWeights', () => {
  it.each([
    ['as TensorFlow.js writes them', renamed(({ name }) => name), 'name'],
    ['in any order', [...file].reverse(), 'name'],
    ['as Keras 2 writes them', renamed(({ name }) => `model/${name}_2:0`), 'name'],
    ['with the layer twice', renamed(({ name }) => `${name.split('/')[0]}/${name}:0`), 'name'],
    ['as Keras 1 writes them', renamed(({ name }) => `${name.replace('/kernel', '_W').replace('/', '_')}_1:0`), 'name'],
    ['as Keras 3 calls depthwise ones', renamed(({ name }) => name.replace('depthwise_kernel', 'kernel')), 'name'],
    ['without layers in their names', renamed((_, at) => `layers/x/vars/${at}`), 'order'],
    ['of a nested model, without layers', nested(), 'order'],
  ] as const)('takes weights %s', async (_, source, by) => {
    await expectNoLeak(async () => {
      clear();
      expect(loadWeights(base.model, source)).toEqual({ by, loaded: 260, unused: [] });
      expect(await read()).toEqual(sums);
    });
  });

  it('finds the layers of a nested model, and says what it left', async () => {
    const whole = sequential({ layers: [base.model, layers.dense({ units: 2, name: 'head' })] });
    const more = [{ name: 'other/kernel', shape: [1], dtype: 'float32', data: Float32Array.of(1) }] as const;
    const head = [
      { name: 'head/kernel', shape: [1280, 2], dtype: 'float32', data: new Float32Array(2560).fill(3) },
      { name: 'head/bias', shape: [2], dtype: 'float32', data: Float32Array.of(1, 2) },
    ] as const;
    clear();
    expect(loadWeights(whole, [...file, ...more, ...head]).unused).toEqual(['other/kernel']);
    expect(await read()).toEqual(sums);
    expect(Array.from((await whole.layers[1]?.weights[1]?.read().data()) ?? [])).toEqual([1, 2]);
  });

  it('names the first weight that is missing or of another shape, and changes nothing', async () => {
    await expectNoLeak(async () => {
      loadWeights(base.model, file);
      const zeros = file.map((weight) => ({ ...weight, data: new Float32Array(weight.data.length) }));
      expect(() =>
        loadWeights(
          base.model,
          zeros.filter((_, i) => i !== 100),
        ),
      ).toThrow(/must hold kernel of layer block_6_project, shape \[1,1,96,24\], which has no weight of that name/);
      const wrong = zeros.map((weight, i) =>
        i === 100 ? { ...weight, shape: [3], data: new Float32Array(3) } : weight,
      );
      expect(() => loadWeights(base.model, wrong)).toThrow(
        /kernel of layer block_6_project, shape \[1,1,96,24\], found block_6_project\/kernel of shape \[3\]/,
      );
      expect(() => loadWeights(base.model, zeros.slice(0, 40), { by: 'order' })).toThrow(
        'which ended after 40 weights',
      );
      expect(() => loadWeights(base.model, zeros, { by: 'size' as 'name' })).toThrow('name or order, got size');
      expect(await read()).toEqual(sums);
    });
  });
});

/** All trainable weights, then all statistics, under names that tell nothing. */
function nested(): NamedWeights {
  const isMoving = ({ name }: NamedWeight) => name.includes('moving_');
  const order = [...file.filter((weight) => !isMoving(weight)), ...file.filter(isMoving)];
  return order.map((weight, at) => ({ ...weight, name: `weights/${at}` }));
}
