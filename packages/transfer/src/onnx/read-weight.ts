import * as tf from '@tensorflow/tfjs-core';
import type { AnyLayer } from '../folding/graph.ts';

/** Values of a layer's weight of that place, its axes in another order if one is given. */
export async function readWeight(layer: AnyLayer, place: number, axes?: number[]): Promise<Float32Array> {
  const weight = layer.weights[place]?.read() as tf.Tensor;
  const values = axes ? tf.transpose(weight, axes) : tf.clone(weight);
  try {
    return (await values.data()) as Float32Array;
  } finally {
    values.dispose();
  }
}
