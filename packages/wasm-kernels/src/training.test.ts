import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installWasmKernels } from './install/install-wasm-kernels.ts';
import { uninstallWasmKernels } from './install/uninstall-wasm-kernels.ts';
import { heapBytes, lossesOn, trainings } from './testing/trainings.ts';
import { variants } from './testing/variants.ts';

type Name = keyof typeof trainings;
const names = Object.keys(trainings) as Name[];

describe('training on the WASM backend', () => {
  const references = new Map<Name, Promise<number[]>>();
  const reference = (name: Name, steps: number) => {
    references.set(name, references.get(name) ?? lossesOn('cpu', trainings[name], steps));
    return references.get(name)!;
  };

  describe.each(variants)('%s', (variant) => {
    beforeAll(async () => {
      await tf.setBackend('wasm');
      await installWasmKernels({ variant });
    });
    afterAll(uninstallWasmKernels);

    it.each([
      ['the baseline of the study', 40, 1e-4],
      ['a stack of MobileNetV2 blocks', 12, 1e-3],
      ['a DCGAN', 10, 1e-3],
    ] as const)('follows the losses of the cpu backend: %s', async (name, steps, tolerance) => {
      const expected = await reference(name, steps);
      const actual = await lossesOn('wasm', trainings[name], steps);
      expect(actual).toBeAllClose(expected, { rtol: tolerance, atol: tolerance });
      expect(expected[steps - 1]).not.toBeCloseTo(expected[0]!, 3);
    });

    it.each(names)('neither keeps tensors nor grows the heap: %s', async (name) => {
      await tf.setBackend('wasm');
      const before = tf.memory().numTensors;
      const training = trainings[name]();
      for (let i = 0; i < 10; i++) training.step();
      const [tensors, heap] = [tf.memory().numTensors, heapBytes()];
      for (let i = 0; i < 60; i++) training.step();
      expect(tf.memory().numTensors).toBe(tensors);
      expect(heapBytes()).toBe(heap);
      training.dispose();
      expect(tf.memory().numTensors).toBe(before);
    });
  });
});
