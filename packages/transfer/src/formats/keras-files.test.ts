import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { DataError } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaAt, nestedNet, smallNet } from '../testing/small-net.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { modelWeights } from '../weights/model-weights.ts';
import { saveWeights } from '../weights/save-weights.ts';
import { readWeights } from './read-weights.ts';

const KERAS_OUTPUT = [2.7693023681640625, 10.02243423461914, 8.060991287231445, -1.311693549156189, -9.478408813476562];

/** Written by tools/reference/keras_weight_files.py. */
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const read = (name: string, bytes: Uint8Array = fixture(name)) => readWeights({ bytes, path: name });

async function expectFormula(model: LayersModel): Promise<void> {
  for (const [k, { role, variable }] of [...modelWeights(model)].entries()) {
    const expected = Array.from({ length: variable.size }, (_, i) => formulaAt(k, i, role));
    expect(await variable.data()).toBeAllClose(expected, { atol: 1e-6 });
  }
}

describe('Keras files', () => {
  it.each(['keras1.h5', 'keras2.h5', 'keras3-legacy.h5', 'keras3.weights.h5', 'keras3.keras'])(
    'loads %s by name, value for value',
    async (name) => {
      const model = smallNet();
      expect(loadWeights(model, await read(name))).toMatchObject({ by: 'name', loaded: 10, unused: [] });
      await expectFormula(model);
      model.dispose();
    },
  );

  it('gives the outputs of Keras', async () => {
    const model = smallNet();
    loadWeights(model, await read('keras3.keras'));
    const probe = tf.tensor4d(
      Float32Array.from({ length: 192 }, (_, i) => Math.sin(i)),
      [1, 8, 8, 3],
    );
    const output = model.predict(probe) as tf.Tensor;
    // keras 3.15.1: model.predict(np.sin(np.arange(192)).reshape(1, 8, 8, 3))
    expect(await output.data()).toBeAllClose(KERAS_OUTPUT, { rtol: 1e-4 });
    tf.dispose([probe, output]);
    model.dispose();
  });

  it('loads a nested model', async () => {
    const model = nestedNet();
    loadWeights(model, await read('keras3-nested.weights.h5'));
    await expectFormula(model);
    model.dispose();
  });

  it('finds layers by their class and count where the file does not tell their names', async () => {
    const model = smallNet();
    const nameless = (await read('keras3.weights.h5')).map((weight) => ({
      ...weight,
      name: weight.name
        .replace('block1_conv1', 'layers/conv2d')
        .replace('bn1', 'layers/batch_normalization')
        .replace('dw', 'layers/depthwise_conv2d')
        .replace('predictions', 'layers/dense'),
    }));
    expect(loadWeights(model, nameless)).toMatchObject({ by: 'name', loaded: 10 });
    await expectFormula(model);
    model.dispose();
  });

  it('reads arrays in chunks, compressed, of any width and byte order, and groups of many members', async () => {
    const weights = new Map((await read('forms.h5')).map((weight) => [weight.name, weight]));
    const sevenths = Float32Array.from({ length: 60 }, (_, i) => Math.fround(i) / 7);
    for (const name of ['gzip', 'big', 'double']) {
      expect(weights.get(name)).toMatchObject({ shape: [5, 12], data: sevenths });
    }
    expect(weights.get('half')?.data).toBeAllClose(sevenths, { rtol: 1e-3 });
    expect(weights.get('bytes')).toMatchObject({ dtype: 'int32', data: Int32Array.of(-1, 2) });
    expect(weights.get('scalar')).toMatchObject({ shape: [], data: Float32Array.of(3) });
    expect(weights.get('empty')).toMatchObject({ shape: [0, 3], data: new Float32Array(0) });
    expect(weights.get('unwritten')?.data).toEqual(new Float32Array(4));
    for (let i = 0; i < 40; i++) {
      expect(weights.get(`many${String(i).padStart(2, '0')}`)?.data).toEqual(Float32Array.of(i));
    }
  });

  it('tells of another network, and leaves the model as it was', async () => {
    const model = nestedNet();
    const before = await Promise.all([...modelWeights(model)].map(({ variable }) => variable.data()));
    const weights = await read('keras2.h5');
    expect(() => loadWeights(model, weights)).toThrow(/source must hold kernel of layer c, shape \[3,3,3,2\], found/);
    const after = await Promise.all([...modelWeights(model)].map(({ variable }) => variable.data()));
    expect(after).toEqual(before);
    model.dispose();
  });

  it.each(['keras2.h5', 'keras3.weights.h5', 'keras3.keras', 'forms.h5'])(
    'gives weights or a DataError whatever happened to %s',
    async (name) => {
      const whole = Uint8Array.from(fixture(name));
      const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 12 }),
          fc.nat(whole.length),
          async (changes, end) => {
            const bytes = whole.slice(0, end % 3 === 0 ? end : whole.length);
            for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
            const weights = await read(name, bytes).catch((error) => {
              expect(error).toBeInstanceOf(DataError);
              return [];
            });
            for (const { shape, data } of weights) expect(data.length).toBe(shape.reduce((a, b) => a * b, 1));
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});

describe('saveWeights for Keras', () => {
  it('writes what is read back bit by bit', async () => {
    const [model, copy] = [smallNet(), smallNet()];
    loadWeights(model, await read('keras2.h5'));
    // keras 3.15.1 reads it too: net().load_weights(file), then every weight is that of the formula
    const bytes = await saveWeights(model, { format: 'keras' });
    expect(loadWeights(copy, await read('ours.weights.h5', bytes))).toMatchObject({ by: 'name', loaded: 10 });
    await expectFormula(copy);
    for (const each of [model, copy]) each.dispose();
  });

  it('keeps nested models where Keras looks for them', async () => {
    const model = nestedNet();
    loadWeights(model, await read('keras3-nested.weights.h5'));
    const names = (await read('ours', await saveWeights(model, { format: 'keras' }))).map(({ name }) => name).sort();
    expect(names).toEqual((await read('keras3-nested.weights.h5')).map(({ name }) => name).sort());
    model.dispose();
  });

  it('refuses a format that it does not write', async () => {
    const model = smallNet();
    await expect(saveWeights(model, { format: 'npz' as 'keras' })).rejects.toThrow(
      'format must be safetensors or keras',
    );
    model.dispose();
  });
});
