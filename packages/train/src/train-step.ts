import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { forward } from './forward.ts';
import { countCorrect } from './losses/count-correct.ts';
import type { LossFunction } from './losses/loss.ts';
import { withPenalties } from './losses/with-penalties.ts';
import type { Batch } from './sources/batch-source.ts';

/** What one step minimised and how many answers were right before it: two scalars that the caller disposes. */
export interface StepResult {
  /** Mean over the batch, with the penalties of the model's regularizers. */
  readonly loss: tf.Scalar;
  readonly correct: tf.Scalar;
}

/** Updates a model's trainable weights, and whatever its layers track in training, by one batch. */
export function trainStep(
  model: LayersModel,
  { xs, ys }: Batch,
  { optimizer, loss }: { optimizer: tf.Optimizer; loss: LossFunction },
): StepResult {
  const trainable = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  let correct: tf.Scalar | null = null;
  const cost = () => {
    const predictions = forward(model, xs, { training: true });
    correct = tf.keep(countCorrect(ys, predictions));
    return withPenalties(model, tf.mean(loss(ys, predictions)));
  };
  try {
    const minimised = optimizer.minimize(cost, true, trainable) as tf.Scalar;
    applyConstraints(model);
    return { loss: minimised, correct: correct as unknown as tf.Scalar };
  } catch (error) {
    if (correct) tf.dispose(correct);
    throw error;
  }
}

/** Optimizers write past a layer's constraints, which Keras applies after each step. */
function applyConstraints(model: LayersModel): void {
  for (const weight of model.trainableWeights) {
    if (!weight.constraint) continue;
    tf.tidy(() => {
      const variable = weight.read() as tf.Variable;
      variable.assign(weight.constraint.apply(variable));
    });
  }
}
