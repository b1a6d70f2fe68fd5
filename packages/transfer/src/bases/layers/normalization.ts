import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, type Shape } from '@tensorflow/tfjs-layers';

const EPSILON = 1e-7;

/** Shifts and scales each channel by constants that come with the weights: what TensorFlow.js lacks of Keras. */
export class Normalization extends layers.Layer {
  static className = 'Normalization';

  constructor(config: ConstructorParameters<typeof layers.Layer>[0]) {
    super(config);
    this.trainable = false;
  }

  override build(inputShape: Shape | Shape[]): void {
    const channels = (inputShape as Shape).at(-1) as number;
    this.addWeight('mean', [channels], 'float32', initializers.zeros(), undefined, false);
    this.addWeight('variance', [channels], 'float32', initializers.ones(), undefined, false);
    // How many pixels the two were measured on; part of Keras' weights, and used by nothing.
    this.addWeight('count', [], 'float32', initializers.zeros(), undefined, false);
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = Array.isArray(inputs) ? (inputs[0] as tf.Tensor) : inputs;
    const [mean, variance] = this.weights.map((weight) => weight.read()) as [tf.Tensor, tf.Tensor];
    return tf.tidy(() => tf.div(tf.sub(x, mean), tf.maximum(tf.sqrt(variance), EPSILON)));
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape | Shape[] {
    return inputShape;
  }
}

tf.serialization.registerClass(Normalization as unknown as Parameters<typeof tf.serialization.registerClass>[0]);

/** Makes a normalisation layer; it passes values on unchanged until its weights are loaded. */
export function normalization(config: { readonly name: string }): Normalization {
  return new Normalization(config);
}
