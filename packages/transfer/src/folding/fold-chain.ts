import * as tf from '@tensorflow/tfjs-core';
import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Chain } from './find-chain.ts';
import { FusedConvolution, type FusedConvolutionConfig } from './fused-convolution.ts';
import type { AnyLayer } from './graph.ts';

/** Puts one fused convolution, with the weights of the chain, behind a tensor. */
export function foldChain(chain: Chain, source: SymbolicTensor): SymbolicTensor {
  const depthwise = chain.convolution.getClassName() === 'DepthwiseConv2D';
  const layer = new FusedConvolution({ ...shapeOf(chain), depthwise });
  const output = layer.apply(source) as SymbolicTensor;
  tf.tidy(() => {
    const folded = foldedWeights(chain, depthwise);
    for (const [i, weight] of layer.weights.entries()) (weight.read() as tf.Variable).assign(folded[i] as tf.Tensor);
  });
  return output;
}

function shapeOf({ convolution, pad, activation }: Chain): Omit<FusedConvolutionConfig, 'depthwise'> {
  const { name, strides, padding } = convolution.getConfig() as unknown as FusedConvolutionConfig;
  const kernelShape = convolution.weights[0]?.shape as [number, number, number, number];
  const pads = pad?.getConfig().padding as unknown as FusedConvolutionConfig['padding'] | undefined;
  return { name, kernelShape, strides, padding: pads ?? padding, activation };
}

/** Kernel and bias: `gamma / sqrt(variance + epsilon)` goes into the kernel, what is left of the shift into the bias. */
function foldedWeights({ convolution, norm }: Chain, depthwise: boolean): [tf.Tensor, tf.Tensor] {
  const [kernel, bias] = convolution.weights.map((weight) => weight.read()) as [tf.Tensor4D, tf.Tensor1D?];
  const channels = depthwise ? (kernel.shape[2] as number) * (kernel.shape[3] as number) : (kernel.shape[3] as number);
  const shift = bias ?? tf.zeros([channels]);
  if (!norm) return [kernel, shift];
  const { gamma, beta, mean, variance } = statistics(norm);
  const scale = tf.div(gamma, tf.sqrt(tf.add(variance, norm.getConfig().epsilon as number)));
  const perKernel = depthwise ? tf.reshape(scale, [kernel.shape[2] as number, kernel.shape[3] as number]) : scale;
  return [tf.mul(kernel, perKernel), tf.add(tf.mul(tf.sub(shift, mean), scale), beta)];
}

function statistics(norm: AnyLayer) {
  const [gamma, beta, mean, variance] = norm.weights.map((weight) => weight.read()) as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ];
  return { gamma, beta, mean, variance };
}
