import * as tf from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { countCorrect } from './losses/count-correct.ts';
import { type LossOptions, predictWithLoss } from './predict-with-loss.ts';
import type { Batch } from './sources/batch-source.ts';

/** What one step minimised and how many answers were right before it: two scalars that the caller disposes. */
export interface StepResult {
  /** Mean over the batch, with the penalties of the model's regularizers. */
  readonly loss: tf.Scalar;
  readonly correct: tf.Scalar;
}

/** How a step is made. */
export interface StepOptions extends Omit<LossOptions, 'training'> {
  readonly optimizer: tf.Optimizer;
}

/** Updates a model's trainable weights, and whatever its layers track in training, by one batch. */
export function trainStep(
  model: LayersModel,
  batch: Batch,
  { optimizer, objective, classWeights }: StepOptions,
): StepResult {
  const trainable = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  let correct: tf.Scalar | null = null;
  const cost = () => {
    const { predictions, loss } = predictWithLoss(model, batch, { objective, classWeights, training: true });
    correct = tf.keep(countCorrect(batch.ys, predictions));
    return loss;
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
