import * as tf from '@tensorflow/tfjs-core';
import type { StepResult } from './train-step.ts';

/** Loss and accuracy over the batches of an epoch, each sample counting once, as Keras reports them. */
export class RunningMean {
  #loss = 0;
  #correct = 0;
  #count = 0;

  /** Reads and disposes one batch's result; gives that batch's own loss and accuracy. */
  async take({ loss, correct }: StepResult, size: number): Promise<{ loss: number; accuracy: number }> {
    try {
      const [[batchLoss], [batchCorrect]] = (await Promise.all([loss.data(), correct.data()])) as unknown as [
        [number],
        [number],
      ];
      this.#loss += batchLoss * size;
      this.#correct += batchCorrect;
      this.#count += size;
      return { loss: batchLoss, accuracy: batchCorrect / size };
    } finally {
      tf.dispose([loss, correct]);
    }
  }

  get value(): { loss: number; accuracy: number } {
    return { loss: this.#loss / this.#count, accuracy: this.#correct / this.#count };
  }
}
