import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forward } from './forward.ts';
import type { Objective } from './losses/loss.ts';
import { weightedMean } from './losses/weighted-mean.ts';
import { withPenalties } from './losses/with-penalties.ts';
import { endsIn, withoutLastActivation } from './output-logits.ts';
import type { Batch } from './sources/batch-source.ts';

/** A model's output for a batch, and the mean loss over it with the penalties of the model's regularizers. */
export interface PredictionsWithLoss {
  readonly predictions: tf.Tensor;
  readonly loss: tf.Scalar;
}

/** How predictions are weighed. */
export interface LossOptions {
  readonly objective: Objective;
  readonly training: boolean;
  /** One a class, or nothing. */
  readonly classWeights?: readonly number[] | null | undefined;
}

/** Runs a model on a batch and weighs what it says; from the logits where the objective knows how. */
export function predictWithLoss(
  model: LayersModel,
  { xs, ys }: Batch,
  { objective, training, classWeights }: LossOptions,
): PredictionsWithLoss {
  const { ofOutput, ofLogits } = objective;
  if (ofLogits && endsIn(model, ofLogits.activation)) {
    const logits = withoutLastActivation(model, () => forward(model, xs, { training }));
    const predictions = ofLogits.activation === 'sigmoid' ? tf.sigmoid(logits) : tf.softmax(logits);
    return { predictions, loss: withPenalties(model, weightedMean(ofLogits.loss(ys, logits), ys, classWeights)) };
  }
  const predictions = forward(model, xs, { training });
  return { predictions, loss: withPenalties(model, weightedMean(ofOutput(ys, predictions), ys, classWeights)) };
}
