import { fit } from '@animals/train';
import { installWasmKernels } from '@animals/wasm-kernels';
import '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { layers, model as makeModel, type SymbolicTensor, sequential } from '@tensorflow/tfjs-layers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectNoLeak } from '../../../../tools/src/testing/index.ts';
import { type Base, createBase } from '../bases/create-base.ts';
import { foldBatchNorm } from '../folding/fold-batch-norm.ts';
import { formulaWeights } from '../testing/formula.ts';
import { tinyImages } from '../testing/tiny-images.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { namedWeights, saveWeights } from '../weights/save-weights.ts';
import { baseSource } from './base-source.ts';
import { fineTune } from './fine-tune.ts';

const images = tinyImages(40);
const [train, validation, test] = [0, 24, 32].map((from) =>
  Uint32Array.from({ length: from === 0 ? 24 : 8 }, (_, i) => from + i),
) as [Uint32Array, Uint32Array, Uint32Array];
let base: Base;

function withWeights(): Base {
  const made = createBase('MobileNetV2', { size: [32, 32], alpha: 0.35 });
  loadWeights(made.model, formulaWeights(made.model));
  return made;
}

beforeAll(async () => {
  await tf.setBackend('wasm');
  await installWasmKernels();
  base = withWeights();
});
afterAll(() => base.dispose());

describe('a frozen base', () => {
  it.each(['as layers of another model', 'nested in it'])(
    'is bit by bit the same after a training, %s',
    async (kind) => {
      await expectNoLeak(async () => {
        const frozen = withWeights();
        const head = layers.dense({ units: 1, activation: 'sigmoid' });
        const whole =
          kind === 'nested in it'
            ? sequential({ layers: [frozen.model, head] })
            : makeModel({
                inputs: frozen.model.inputs,
                outputs: head.apply(frozen.model.outputs[0] as SymbolicTensor) as SymbolicTensor,
              });
        const before = await saveWeights(frozen.model);
        const { history } = await fit(whole, { train: baseSource(frozen, images, train) }, { epochs: 3, batchSize: 4 });
        expect(history[0]?.loss).not.toBe(history[2]?.loss);
        expect(Buffer.compare(await saveWeights(frozen.model), before)).toBe(0);
        // Frees the base's layers too, as they are its own.
        whole.dispose();
      });
    },
  );
});

describe('fineTune', () => {
  it('learns what a head can, leaves the base alone, and moves the unfrozen convolutions only', async () => {
    await expectNoLeak(async () => {
      const before = await namedWeights(base.model);
      const untouched = await saveWeights(base.model);
      const stages: string[] = [];
      const options = {
        unfrozen: 2,
        epochs: 2,
        learningRate: 1e-3,
        onEpoch: ({ stage }: { stage: string }) => void stages.push(stage),
      };
      const tuned = await fineTune(base, { images, train, validation }, options);
      const probabilities = await tuned.predictProbability(images, test);
      const right = Array.from(
        test,
        (index, i) => ((probabilities.data[2 * i + 1] as number) > 0.5 ? 1 : 0) === images.labels[index],
      );
      expect(right.filter(Boolean).length).toBeGreaterThanOrEqual(7);
      expect([...new Set(stages)]).toEqual(['head', 'base']);
      expect(tuned.baseHistory).toHaveLength(2);
      expect(Buffer.compare(await saveWeights(base.model), untouched)).toBe(0);
      const after = new Map((await namedWeights(tuned.model)).map((weight) => [weight.name, weight.data]));
      const moved = before.filter(({ name, data }) => !after.get(name)?.every((value, i) => value === data[i]));
      expect(moved.map(({ name }) => name)).toEqual(['block_16_project/kernel', 'Conv_1/kernel']);
      tuned.dispose();
    });
  });

  it('gives the same from the same seed, and one probability a class for three classes', async () => {
    await expectNoLeak(async () => {
      const three = { ...images, labels: images.labels.map((_, i) => i % 3), classes: ['a', 'b', 'c'] };
      const run = async (seed: number) => {
        const tuned = await fineTune(base, { images: three, train }, { unfrozen: 1, epochs: 1, headEpochs: 2, seed });
        const output = await tuned.predictProbability(three, test);
        tuned.dispose();
        return output;
      };
      const [a, b, c] = [await run(1), await run(1), await run(2)];
      expect(a).toMatchObject({ rows: 8, columns: 3 });
      expect(a.data).toEqual(b.data);
      expect(a.data).not.toEqual(c.data);
    });
  });

  it('goes back to the head alone if training on does harm', async () => {
    await expectNoLeak(async () => {
      const predictions: Float64Array[] = [];
      for (const unfrozen of [0, 2]) {
        const options = { unfrozen, headEpochs: 4, epochs: 2, learningRate: 10 };
        const tuned = await fineTune(base, { images, train, validation }, options);
        const [best] = tuned.headHistory.map(({ valLoss }) => valLoss as number).sort((a, b) => a - b);
        for (const { valLoss } of tuned.baseHistory) expect(valLoss).toBeGreaterThan(best as number);
        predictions.push(Float64Array.from((await tuned.predictProbability(images, test)).data));
        tuned.dispose();
      }
      expect(predictions[1]).toEqual(predictions[0]);
    });
  });

  it('predicts in batches of the size that it learned in', async () => {
    const options = { unfrozen: 0, headEpochs: 1, batchSize: 3 };
    const tuned = await fineTune(base, { images, train }, options);
    const apply = vi.spyOn(tuned.model, 'apply');
    await tuned.predictProbability(images, test);
    expect(apply.mock.calls.map(([xs]) => (xs as tf.Tensor).shape[0])).toEqual([3, 3, 2]);
    tuned.dispose();
  });

  it('leaves nothing when it is aborted, and refuses what it cannot tune', async () => {
    await expectNoLeak(async () => {
      for (const stage of ['head', 'base']) {
        const controller = new AbortController();
        const onEpoch = (record: { stage: string }) => {
          if (record.stage === stage) controller.abort(new Error('enough'));
        };
        await expect(
          fineTune(base, { images, train }, { signal: controller.signal, onEpoch, headEpochs: 2 }),
        ).rejects.toThrow('enough');
      }
      await expect(fineTune(base, { images, train }, { unfrozen: 53 })).rejects.toThrow("0 to the base's 52, got 53");
      const folded = foldBatchNorm(base);
      await expect(fineTune(folded, { images, train })).rejects.toThrow('got a folded one');
      folded.dispose();
      const maps = createBase('MobileNet', { size: [32, 32], alpha: 0.25, pooling: 'none' });
      await expect(fineTune(maps, { images, train })).rejects.toThrow('got pooling none');
      maps.dispose();
    });
  });
});
