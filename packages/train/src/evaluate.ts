import { ArgumentError, type ImageSet } from '@animals/core';
import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forEachBatch } from './for-each-batch.ts';
import { countCorrect } from './losses/count-correct.ts';
import { type Loss, resolveLoss } from './losses/loss.ts';
import { predictWithLoss } from './predict-with-loss.ts';
import { RunningMean } from './running-mean.ts';
import { asSource } from './sources/as-source.ts';
import type { BatchSource } from './sources/batch-source.ts';

/** How a model is evaluated. */
export interface EvaluateOptions {
  /** Default 32. Has no influence on the result but for rounding. */
  readonly batchSize?: number;
  /** Default binaryCrossentropy. */
  readonly loss?: Loss;
  readonly signal?: AbortSignal | undefined;
}

/** How good a model is on some samples. */
export interface Evaluation {
  /** Mean over samples, with the penalties of the model's regularizers, as Keras reports it. */
  readonly loss: number;
  /** Fraction of right answers. */
  readonly accuracy: number;
  /** Samples judged. */
  readonly count: number;
}

/**
 * Judges a model on the samples at `indices` (all by default), in inference mode.
 *
 * @throws ArgumentError if there is no sample, an index is out of range or the shapes do not fit the model.
 */
export async function evaluate(
  model: LayersModel,
  data: ImageSet | BatchSource,
  indices?: ArrayLike<number>,
  { batchSize = 32, loss = 'binaryCrossentropy', signal }: EvaluateOptions = {},
): Promise<Evaluation> {
  const source = asSource(data, indices);
  const objective = resolveLoss(loss);
  if (source.count === 0) throw new ArgumentError('indices', 'indices must name at least one sample, got none');
  const mean = new RunningMean();
  await forEachBatch(source, { batchSize, signal }, async (batch, _, size) => {
    const result = tf.tidy(() => {
      const judged = predictWithLoss(model, batch, { objective, training: false });
      return { loss: judged.loss, correct: countCorrect(batch.ys, judged.predictions) };
    });
    await mean.take(result, size);
  });
  return { ...mean.value, count: source.count };
}
