import type { NamedAttrMap, NamedTensorMap, Tensor, Tensor4D } from '@tensorflow/tfjs-core';
import type { Work } from '../../../../tools/src/bench/index.ts';
import type { BenchTf } from './bench-tf.ts';
import { randomTensor } from './random-tensor.ts';

/** One product of matrices: [m, k] x [k, n], each stored as it is or transposed. */
export interface GemmArgs {
  readonly kind: 'gemm';
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/** One convolution or one of its gradients. */
export interface ConvArgs {
  readonly kind: 'forward' | 'filter' | 'input';
  readonly batch: number;
  readonly size: number;
  readonly from: number;
  readonly to: number;
  readonly kernel: number;
  readonly stride: number;
  readonly pad: 'same' | 'valid';
}

/**
 * What is done to each channel by itself: the gradient of 2 x 2 pooling, the sum over all axes but the last, the mean of each
 * picture, a 3 x 3 convolution.
 */
export interface ChannelArgs {
  readonly kind: 'maxPoolGrad' | 'biasGrad' | 'globalMean' | 'depthwise';
  readonly batch: number;
  readonly size: number;
  readonly channels: number;
}

/** What a row of the bench `kernels` times. */
export type KernelArgs = GemmArgs | ConvArgs | ChannelArgs;

/** One call of one kernel. */
export function kernel(tf: BenchTf, args: KernelArgs): Work {
  const { name, inputs, attrs } = describe(tf, args);
  return {
    step() {
      const result = tf.core.engine().runKernel(name, inputs as NamedTensorMap, attrs) as Tensor;
      result.dispose();
    },
    dispose() {
      tf.core.dispose(inputs);
    },
  };
}

interface Call {
  readonly name: string;
  readonly inputs: Readonly<Record<string, Tensor>>;
  readonly attrs: NamedAttrMap;
}

function describe(tf: BenchTf, args: KernelArgs): Call {
  if (args.kind === 'gemm') return gemm(tf, args);
  return 'channels' in args ? byChannel(tf, args) : convolution(tf, args);
}

function gemm(tf: BenchTf, { m, k, n, transposeA = false, transposeB = false }: GemmArgs): Call {
  const a = randomTensor(tf, transposeA ? [1, k, m] : [1, m, k]);
  const b = randomTensor(tf, transposeB ? [1, n, k] : [1, k, n]);
  return { name: 'BatchMatMul', inputs: { a, b }, attrs: { transposeA, transposeB } };
}

function convolution(tf: BenchTf, { kind, batch, size, from, to, kernel, stride, pad }: ConvArgs): Call {
  const inputShape: [number, number, number, number] = [batch, size, size, from];
  const filterShape: [number, number, number, number] = [kernel, kernel, from, to];
  const { outShape } = tf.core.backend_util.computeConv2DInfo(inputShape, filterShape, stride, 1, pad);
  const attrs = { strides: [stride, stride], pad, dataFormat: 'NHWC', dilations: [1, 1] };
  const x = () => randomTensor(tf, inputShape);
  const filter = () => randomTensor(tf, filterShape);
  const dy = () => randomTensor(tf, outShape);
  if (kind === 'forward') return { name: 'Conv2D', inputs: { x: x(), filter: filter() }, attrs };
  if (kind === 'filter') {
    return { name: 'Conv2DBackpropFilter', inputs: { x: x(), dy: dy() }, attrs: { ...attrs, filterShape } };
  }
  return { name: 'Conv2DBackpropInput', inputs: { dy: dy(), filter: filter() }, attrs: { ...attrs, inputShape } };
}

function byChannel(tf: BenchTf, { kind, batch, size, channels }: ChannelArgs): Call {
  const x = randomTensor(tf, [batch, size, size, channels]);
  if (kind === 'biasGrad') return { name: 'Sum', inputs: { x }, attrs: { axis: [0, 1, 2], keepDims: false } };
  if (kind === 'globalMean') return { name: 'Mean', inputs: { x }, attrs: { axis: [1, 2], keepDims: false } };
  if (kind === 'depthwise') {
    const attrs = { strides: [1, 1], pad: 'same', dilations: [1, 1] };
    return { name: 'DepthwiseConv2dNative', inputs: { x, filter: randomTensor(tf, [3, 3, channels, 1]) }, attrs };
  }
  const output = tf.core.maxPool(x as Tensor4D, 2, 2, 'valid');
  const dy = randomTensor(tf, output.shape);
  const attrs = { filterSize: [2, 2], strides: [2, 2], pad: 'valid' };
  return { name: 'MaxPoolGrad', inputs: { dy, input: x, output }, attrs };
}
