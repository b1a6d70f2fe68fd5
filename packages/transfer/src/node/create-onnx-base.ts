import { ArgumentError } from '@animals/core';
import type { Base } from '../bases/create-base.ts';
import { loadOnnxruntime } from './load-onnxruntime.ts';
import { type OnnxBase, onnxBase } from './onnx-base.ts';

export interface OnnxBaseOptions {
  /** Threads of onnxruntime, from 1; as many as it likes when left out. */
  readonly threads?: number;
}

/**
 * Puts a base, best after `foldBatchNorm`, into onnxruntime: a faster way to its features on some machines.
 *
 * Needs the package `onnxruntime-node`, which does not come with this one. The base may be disposed of before the new
 * one; the caller disposes both.
 * @throws DataError if the package is missing or does not load; the message says what helps.
 * @throws ArgumentError if `threads` breaks its rule, or a layer has no counterpart in ONNX.
 */
export async function createOnnxBase(base: Base, { threads }: OnnxBaseOptions = {}): Promise<OnnxBase> {
  if (threads !== undefined && !(Number.isSafeInteger(threads) && threads >= 1)) {
    throw new ArgumentError('threads', `threads must be a whole number from 1, got ${threads}`);
  }
  return onnxBase(await loadOnnxruntime(), base, threads);
}
