import { createHash } from 'node:crypto';
import { ArgumentError } from '@animals/core';
import { installWasmKernels } from '@animals/wasm-kernels';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { preprocessInput } from '../preprocessing/preprocess-input.ts';
import { formulaPixels, formulaWeights } from '../testing/formula.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { modelWeights } from '../weights/model-weights.ts';
import type { BaseName } from './base-name.ts';
import type { Pooling } from './base-options.ts';
import { type Base, createBase } from './create-base.ts';
import golden from './fixtures/keras-golden.json' with { type: 'json' };

/** What `tools/reference/keras_golden.py` pinned of one network. */
type Golden = (typeof golden.cases)[number];

const sha256 = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex');

function build({ name, size, top, alpha, pooling }: Golden): Base {
  const [height, width] = size as [number, number];
  const shape = top ? ({ top, topActivation: 'linear' } as const) : { pooling: pooling as Pooling };
  return createBase(name as BaseName, { size: [height, width], ...shape, ...(alpha ? { alpha } : {}) });
}

const title = ({ name, alpha, size, top, pooling }: Golden) =>
  `${name}${alpha ? ` ${alpha}` : ''} at ${size.join(' x ')}, ${top ? 'top' : `pooling ${pooling}`}`;

function titled(pinned: Golden): [string, Golden] {
  return [title(pinned), pinned];
}

/** Cheap enough for every run: small pictures through each network, and the study's size through the light ones. */
const isQuick = ({ size, name, alpha, top }: Golden) =>
  size[0] === 61 ||
  (size[0] === 124 && /Mobile|Efficient/.test(name) && (!alpha || alpha === 0.35)) ||
  (top && size[0] === 96);

async function largestDifference(base: Base, { size, shape, values, largest }: Golden): Promise<number> {
  loadWeights(base.model, formulaWeights(base.model));
  const pixels = tf.tensor4d(Float32Array.from(formulaPixels((size[0] as number) * (size[1] as number) * 3)), [
    1,
    size[0] as number,
    size[1] as number,
    3,
  ]);
  const input = preprocessInput(pixels, base.preprocessing);
  const output = base.model.predict(input) as tf.Tensor;
  expect(output.shape).toEqual(shape);
  const flat = await output.data();
  tf.dispose([pixels, input, output]);
  const at = values.map((_, i) => i * (Math.floor(flat.length / values.length) + 1));
  return Math.max(...at.map((index, i) => Math.abs((flat[index] as number) - (values[i] as number)))) / largest;
}

/** Keras pools with the axes kept, for which TensorFlow.js needs a layer more. */
const OURS_ALONE = new Set(['reshape_1']);

/** Each network once with a top and once with each pooling: the input's size changes no weight but those of VGG's top. */
function networks(): [string, Golden][] {
  const unlike = new Map(golden.cases.map((pinned) => [`${pinned.model} ${pinned.top} ${pinned.pooling}`, pinned]));
  return [...unlike.values()].filter(({ parameters }) => parameters < 1e8).map(titled);
}

async function compare(_: string, pinned: Golden): Promise<void> {
  await expectNoLeak(async () => {
    const base = build(pinned);
    expect(await largestDifference(base, pinned)).toBeLessThan(1e-4);
    base.dispose();
  });
}

describe('createBase', () => {
  beforeAll(async () => {
    await tf.setBackend('wasm');
    await installWasmKernels();
  });

  it.each(networks())('has the layers and weights of Keras: %s', async (_, pinned) => {
    await expectNoLeak(() => {
      const base = build(pinned);
      const weights = [...modelWeights(base.model)];
      const lines = weights.map(({ layer, role, variable }) => `${layer}/${role} ${variable.shape.join('x')}`);
      expect(sha256(lines)).toBe(pinned.weights);
      expect(base.model.countParams()).toBe(pinned.parameters);
      expect(base.model.name).toBe(pinned.model);
      const names = base.model.layers.slice(1).map(({ name }) => name);
      expect(sha256(names.filter((name) => !OURS_ALONE.has(name)).sort())).toBe(pinned.layers);
      base.dispose();
    });
  });

  it.each(golden.cases.filter(isQuick).map(titled))('computes what Keras computes: %s', compare, 120_000);

  const slow = golden.cases.filter((pinned) => !isQuick(pinned));
  it.skipIf(!process.env.ANIMALS_SLOW).each(slow.map(titled))('computes what Keras computes: %s', compare, 600_000);

  it('draws weights from a seed, and frozen ones too are part of the draw', async () => {
    await expectNoLeak(async () => {
      const bases = [1, 1, 2].map((seed) => createBase('MobileNetV2', { size: [32, 32], alpha: 0.35, seed }));
      const read = (base: Base) => [...modelWeights(base.model)][0]?.variable.data();
      const [a, b, c] = await Promise.all(bases.map(read));
      expect(a).toEqual(b);
      expect(a).not.toEqual(c);
      for (const base of bases) base.dispose();
    });
  });

  it('is frozen', () => {
    const { model, dispose } = createBase('MobileNet', { size: [32, 32], alpha: 0.25 });
    expect(model.trainableWeights).toEqual([]);
    dispose();
  });

  it('refuses what no network is made of, and says what would do', () => {
    const refused = (name: string, options: object) => () => createBase(name as BaseName, options);
    expect(refused('VGG13', {})).toThrow(/one of EfficientNetB0, .* VGG19, got VGG13/);
    for (const size of [[31, 64], [64], [64, 64.5], [64, Number.NaN]]) {
      expect(refused('VGG16', { size })).toThrow(/at least 32 pixels/);
    }
    expect(refused('VGG16', { alpha: 0.5 })).toThrow('left out for VGG16');
    expect(refused('MobileNetV2', { alpha: 0.25 })).toThrow('one of 0.35, 0.5, 0.75, 1, 1.3, 1.4, got 0.25');
    expect(refused('MobileNet', { pooling: 'mean' })).toThrow('avg, max or none, got mean');
    expect(refused('MobileNet', { pooling: 'avg', top: true })).toThrow('left out with a top');
    expect(refused('MobileNet', { classes: 3 })).toThrow('set top: true');
    expect(refused('MobileNet', { top: true, classes: 0 })).toThrow('whole number from 1');
    expect(refused('MobileNet', { top: true, topActivation: 'relu' })).toThrow(ArgumentError);
  });
});
