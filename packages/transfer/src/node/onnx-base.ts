import type { ImageSet } from '@animals/core';
import type { Base } from '../bases/create-base.ts';
import { extractBy, type Forward } from '../features/extract-by.ts';
import type { ExtractOptions } from '../features/extract-features.ts';
import type { Features } from '../features/features.ts';
import { preprocessedBatch } from '../features/preprocessed-batch.ts';
import { toOnnx } from '../onnx/to-onnx.ts';
import type { Onnxruntime, OnnxSession } from './load-onnxruntime.ts';

/** A base in onnxruntime, with the weights that it had when it was put there. */
export interface OnnxBase {
  /** As `extractFeatures` with the base, whose features these are but for rounding. */
  extractFeatures(images: ImageSet, options?: ExtractOptions): Promise<Features>;
  /** Frees onnxruntime's copy of the weights. */
  dispose(): Promise<void>;
}

/** Puts a base into an onnxruntime that was loaded, of so many threads. */
export async function onnxBase(onnxruntime: Onnxruntime, base: Base, threads?: number): Promise<OnnxBase> {
  const settings = threads === undefined ? {} : { intraOpNumThreads: threads };
  const session = await onnxruntime.InferenceSession.create(await toOnnx(base), settings);
  const forward = forwardBy(onnxruntime, session);
  return {
    extractFeatures: (images, options = {}) => extractBy(forward, base, images, options),
    dispose: () => session.release(),
  };
}

function forwardBy({ Tensor }: Onnxruntime, session: OnnxSession): Forward {
  return async ({ preprocessing }, images, indices) => {
    const { data, shape } = preprocessedBatch(images, indices, preprocessing);
    const { features } = await session.run({ pixels: new Tensor('float32', data, shape) });
    return features?.data as Float32Array;
  };
}
