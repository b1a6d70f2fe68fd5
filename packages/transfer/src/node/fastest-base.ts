import { createRng, DataError, type ImageSet } from '@animals/core';
import type { Base } from '../bases/create-base.ts';
import { extractFeatures } from '../features/extract-features.ts';
import { createOnnxBase, type OnnxBaseOptions } from './create-onnx-base.ts';
import type { OnnxBase } from './onnx-base.ts';

/** A base where it is fastest on this machine. */
export interface FastestBase extends OnnxBase {
  readonly runtime: 'onnxruntime' | 'tfjs';
  /** What decided: a ratio of times, or why onnxruntime cannot be had. */
  readonly reason: string;
}

const PICTURES = 4;
const ROUNDS = 3;

/**
 * Puts a base, best after `foldBatchNorm`, into onnxruntime if that is installed and gives features sooner than TensorFlow.js
 * with its current backend: both extract those of four pictures, in turns, and the clock decides.
 *
 * Features agree to rounding; which of the two gave them depends on the machine. Keep the base until this is disposed of.
 * @throws ArgumentError if `threads` breaks its rule, or the base has no weights yet.
 */
export function fastestBase(base: Base, options: OnnxBaseOptions = {}): Promise<FastestBase> {
  return fastestOf(() => createOnnxBase(base, options), base);
}

/** The faster of a base and of its copy in onnxruntime, if `create` can make that. */
export async function fastestOf(create: () => Promise<OnnxBase>, base: Base): Promise<FastestBase> {
  const tfjs = {
    extractFeatures: (...[images, options]: Parameters<OnnxBase['extractFeatures']>) =>
      extractFeatures(base, images, options),
    dispose: () => Promise.resolve(),
  };
  let onnx: OnnxBase;
  try {
    onnx = await create();
  } catch (error) {
    if (!DataError.isInstance(error)) throw error;
    return { ...tfjs, runtime: 'tfjs', reason: error.message };
  }
  const ratio = await race(onnx, tfjs, noise(base)).catch(async (error) => {
    await onnx.dispose();
    throw error;
  });
  const reason = `onnxruntime takes ${ratio.toFixed(2)} of the time of TensorFlow.js`;
  if (ratio < 1) return { ...onnx, runtime: 'onnxruntime', reason };
  await onnx.dispose();
  return { ...tfjs, runtime: 'tfjs', reason };
}

/** Shortest time of the first over that of the second, each after a round that does not count. */
async function race(first: OnnxBase, second: OnnxBase, images: ImageSet): Promise<number> {
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [i, each] of [first, second].entries()) {
      const start = performance.now();
      await each.extractFeatures(images);
      if (round > 0) best[i as 0 | 1] = Math.min(best[i as 0 | 1], performance.now() - start);
    }
  }
  return best[0] / best[1];
}

function noise({ settings: { size } }: Base): ImageSet {
  const [height, width] = size;
  const rng = createRng(0);
  const ids = Array.from({ length: PICTURES }, (_, i) => `${i}`);
  return {
    pixels: Uint8Array.from({ length: PICTURES * height * width * 3 }, () => rng.int(0, 256)),
    labels: new Uint8Array(PICTURES),
    ...{ count: PICTURES, height, width, channels: 3, classes: ['noise'] },
    ...{ ids, groups: ids, sourceIds: ids },
  };
}
