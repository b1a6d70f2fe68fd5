import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-wasm';
import { expect } from 'vitest';
import { describeWasmKernels } from '../install/describe-wasm-kernels.ts';

/** Runs work on a backend; its tensors are read and disposed. */
export async function valuesOn(backend: 'cpu' | 'wasm', work: () => tf.Tensor | tf.Tensor[]): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const results = tf.tidy(work);
  const tensors = Array.isArray(results) ? results : [results];
  const values = tensors.map((tensor) => Float32Array.from(tensor.dataSync()));
  tf.dispose(tensors);
  return values;
}

const references = new Map<string, Float32Array[]>();

/** What the cpu backend computes, which is slow; each test of a file runs once per build, so the second build finds it here. */
async function referenceValues(work: () => tf.Tensor | tf.Tensor[]): Promise<Float32Array[]> {
  const key = `${expect.getState().currentTestName?.replace(/\((simd|relaxed)\)/, '')} ${count()}`;
  const values = references.get(key) ?? (await valuesOn('cpu', work));
  references.set(key, values);
  return values;
}

let last = { test: '', calls: 0 };

/** How many references this test has asked for. */
function count(): number {
  const test = expect.getState().currentTestName ?? '';
  last = { test, calls: last.test === test ? last.calls + 1 : 1 };
  return last.calls;
}

/** Expects the WASM backend to compute what the cpu backend computes; relative to the largest value, since sums cancel. */
export async function expectSameAsCpu(work: () => tf.Tensor | tf.Tensor[], relative = 1e-5): Promise<void> {
  const expected = await referenceValues(work);
  const actual = await valuesOn('wasm', work);
  expect(actual.length).toBe(expected.length);
  actual.forEach((values, i) => {
    const finite = expected[i]!.filter(Number.isFinite);
    const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(values).toBeAllClose(expected[i]!, { rtol: relative, atol: relative * largest + 1e-30 });
  });
}

/** Expects work on the WASM backend to be answered by our kernel, and not by the stock one. */
export async function expectOurs(kernel: string, work: () => tf.Tensor | tf.Tensor[]): Promise<void> {
  const before = answers(kernel);
  await valuesOn('wasm', work);
  const after = answers(kernel);
  expect(after.ours, `${kernel} answered by ours`).toBeGreaterThan(before.ours);
  expect(after.stock, `${kernel} answered by stock`).toBe(before.stock);
}

/** Who has answered a kernel so far. */
export function answers(kernel: string): { ours: number; stock: number } {
  const found = describeWasmKernels().kernels.find((entry) => entry.kernel === kernel);
  if (!found) throw new Error(`${kernel} is not ours`);
  return { ours: found.ours, stock: found.stock };
}
