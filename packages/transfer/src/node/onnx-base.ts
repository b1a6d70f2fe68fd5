import type { ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { Base } from '../bases/create-base.ts';
import { extractBy, type Forward } from '../features/extract-by.ts';
import type { ExtractOptions } from '../features/extract-features.ts';
import type { Features } from '../features/features.ts';
import { gather } from '../features/gather.ts';
import { toOnnx } from '../onnx/to-onnx.ts';
import { preprocessInput } from '../preprocessing/preprocess-input.ts';
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
    const input = tf.tidy(() => preprocessInput(gather(images, indices), preprocessing));
    try {
      const pixels = new Tensor('float32', (await input.data()) as Float32Array, input.shape);
      const { features } = await session.run({ pixels });
      return features?.data as Float32Array;
    } finally {
      input.dispose();
    }
  };
}
