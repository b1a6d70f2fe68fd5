import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, type Shape } from '@tensorflow/tfjs-layers';

type Pads = readonly [readonly [number, number], readonly [number, number]];

/** What a fused convolution is made of. */
export interface FusedConvolutionConfig {
  readonly name: string;
  /** Whether each channel is convolved on its own. */
  readonly depthwise: boolean;
  readonly kernelShape: readonly [number, number, number, number];
  readonly strides: readonly [number, number];
  readonly padding: 'valid' | 'same' | Pads;
  readonly activation: 'linear' | 'relu' | 'relu6' | 'swish';
}

/** A convolution with bias, padding and activation in one kernel, but for swish, which follows it; for inference. */
export class FusedConvolution extends layers.Layer {
  static className = 'FusedConvolution';
  readonly config: FusedConvolutionConfig;

  constructor(config: FusedConvolutionConfig) {
    super({ name: config.name, trainable: false });
    this.config = config;
  }

  override build(inputShape: Shape | Shape[]): void {
    const { kernelShape, depthwise } = this.config;
    const [, , inputs, outputs] = kernelShape;
    this.addWeight('kernel', [...kernelShape], 'float32', initializers.zeros(), undefined, false);
    this.addWeight('bias', [depthwise ? inputs * outputs : outputs], 'float32', initializers.zeros(), undefined, false);
    super.build(inputShape);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
    const [filter, bias] = this.weights.map((weight) => weight.read()) as [tf.Tensor4D, tf.Tensor1D];
    const { strides, padding, activation, depthwise } = this.config;
    // The kernels pad by numbers too; only the type of these two ops leaves that out.
    const pad = explicit(padding) as 'valid';
    const own = activation === 'swish' ? 'linear' : activation;
    const spec = { x, filter, bias, strides: [...strides] as [number, number], pad, activation: own } as const;
    return tf.tidy(() => {
      const y = depthwise ? tf.fused.depthwiseConv2d(spec) : tf.fused.conv2d(spec);
      return activation === 'swish' ? tf.mul(y, tf.sigmoid(y)) : y;
    });
  }

  override computeOutputShape(inputShape: Shape | Shape[]): Shape {
    const shape = inputShape as [number | null, number, number, number];
    const { kernelShape, strides, padding, depthwise } = this.config;
    const [height, width, inputs, outputs] = kernelShape;
    const conv = tf.backend_util.computeConv2DInfo(
      [1, shape[1], shape[2], shape[3]],
      [height, width, inputs, outputs],
      [...strides] as [number, number],
      1,
      explicit(padding),
      undefined,
      depthwise,
    );
    return [shape[0], conv.outHeight, conv.outWidth, conv.outChannels];
  }

  override getConfig() {
    return { ...super.getConfig(), ...(this.config as unknown as Record<string, never>) };
  }
}
tf.serialization.registerClass(FusedConvolution as unknown as Parameters<typeof tf.serialization.registerClass>[0]);

function explicit(padding: FusedConvolutionConfig['padding']): 'valid' | 'same' | tf.backend_util.ExplicitPadding {
  if (typeof padding === 'string') return padding;
  const [[top, bottom], [left, right]] = padding;
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}
