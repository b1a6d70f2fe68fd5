import { env } from 'node:process';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from './install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from './install/uninstall-wasm-kernels.ts';
import { fullBaseline, heapBytes, lossesOn, type Training, trainings } from './testing/trainings.ts';
import { variants } from './testing/variants.ts';

const slow = env.ANIMALS_SLOW === '1';
const why = slow ? '' : ' (skipped: takes five minutes, set ANIMALS_SLOW=1)';
const LIMIT = 1_800_000;

const all = { ...trainings, 'the full baseline': fullBaseline };
type Name = keyof typeof all;

describe.skipIf(!slow)(`long training on the WASM backend${why}`, () => {
  const references = new Map<Name, Promise<number[]>>();
  const reference = (name: Name, make: () => Training, steps: number) => {
    references.set(name, references.get(name) ?? lossesOn('cpu', make, steps));
    return references.get(name)!;
  };

  describe.each(variants)('%s', (variant) => {
    beforeAll(async () => {
      await tf.setBackend('wasm');
      await installWasmKernels({ variant });
    });
    afterAll(uninstallWasmKernels);

    it.each([
      ['the baseline of the study', 200, 1e-5],
      ['a stack of MobileNetV2 blocks', 200, 1e-5],
      ['a DCGAN', 200, 2e-4],
      ['the full baseline', 3, 1e-4],
    ] as const)(
      'follows the losses of the cpu backend: %s',
      async (name, steps, tolerance) => {
        const expected = await reference(name, all[name], steps);
        const actual = await lossesOn('wasm', all[name], steps);
        const off = actual.map((loss, i) => Math.abs(loss - expected[i]!));
        const ends = [expected[0]!, expected[steps - 1]!].map((loss) => loss.toFixed(4)).join(' to ');
        console.log(
          `${variant}, ${name}: ${steps} steps, loss ${ends}, off by at most ${Math.max(...off).toExponential(1)}`,
        );
        expect(actual).toBeAllClose(expected, { rtol: tolerance, atol: tolerance });
      },
      LIMIT,
    );

    it.each(Object.keys(trainings) as (keyof typeof trainings)[])(
      'neither keeps tensors nor grows the heap in 1,000 steps: %s',
      async (name) => {
        await tf.setBackend('wasm');
        const training = trainings[name]();
        for (let i = 0; i < 10; i++) training.step();
        const [tensors, heap] = [tf.memory().numTensors, heapBytes()];
        for (let i = 0; i < 1000; i++) training.step();
        expect(tf.memory().numTensors).toBe(tensors);
        expect(heapBytes()).toBe(heap);
        training.dispose();
      },
      LIMIT,
    );
  });
});
