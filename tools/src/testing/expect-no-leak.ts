import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';

/** Runs work and expects it to leave as many tensors alive as it found. */
export async function expectNoLeak<T>(work: () => T | Promise<T>): Promise<T> {
  const before = tf.memory().numTensors;
  const result = await work();
  expect(tf.memory().numTensors, 'tensors alive after the work').toBe(before);
  return result;
}
