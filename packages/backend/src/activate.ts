import '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import { Unavailable } from './unavailable.ts';

/**
 * Makes a registered backend the current one.
 *
 * Importing tfjs-layers registers the gradients, which tfjs-core alone does not have in Node.
 * @throws Unavailable if the backend refuses to start.
 */
export async function activate(registered: string): Promise<void> {
  let failure: unknown;
  const started = await tf.setBackend(registered).catch((error: unknown) => {
    failure = error;
    return false;
  });
  if (started) return;
  const why = failure instanceof Error ? failure.message : 'TensorFlow.js gave no reason, its warning above may';
  throw new Unavailable(`the ${registered} backend did not start (${why})`, undefined, { cause: failure });
}
