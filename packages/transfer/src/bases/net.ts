import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';

type Initializer = 'zeros' | 'glorotUniform';
type Padding = 'valid' | 'same';

interface ConvSpec {
  readonly filters: number;
  /** Side of the window. */
  readonly kernel?: number;
  readonly stride?: number;
  readonly padding?: Padding;
  readonly bias?: boolean;
  readonly activation?: 'relu' | 'swish' | 'sigmoid';
}

interface DepthwiseSpec {
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
}

/** The layers that the architectures are made of, each under the name that Keras gives it. */
export interface Net {
  conv(x: SymbolicTensor, name: string, spec: ConvSpec): SymbolicTensor;
  depthwise(x: SymbolicTensor, name: string, spec: DepthwiseSpec): SymbolicTensor;
  dense(x: SymbolicTensor, name: string, spec: DenseSpec): SymbolicTensor;
  batchNorm(x: SymbolicTensor, name: string, spec?: { epsilon?: number; momentum?: number }): SymbolicTensor;
  activate(x: SymbolicTensor, name: string, activation: 'relu' | 'swish' | 'linear' | 'softmax'): SymbolicTensor;
  relu6(x: SymbolicTensor, name: string): SymbolicTensor;
  /** Rows and columns of zeros above, below, left and right. */
  pad(x: SymbolicTensor, name: string, padding: Pads): SymbolicTensor;
  maxPool(x: SymbolicTensor, name: string, spec: { size: number; stride: number }): SymbolicTensor;
  add(name: string, xs: SymbolicTensor[]): SymbolicTensor;
}

interface DenseSpec {
  readonly units: number;
  readonly activation: 'relu' | 'softmax' | 'linear';
}

/** Zeros to add: [[above, below], [left, right]]. */
export type Pads = [[number, number], [number, number]];

/** Puts a layer behind a tensor; two or more tensors for layers that merge them. */
export function through(layer: layers.Layer, x: SymbolicTensor | SymbolicTensor[]): SymbolicTensor {
  return layer.apply(x) as SymbolicTensor;
}

/** Makes the layers of one network, whose kernels all start in one way. */
export function createNet(kernels: Initializer): Net {
  return {
    conv: (x, name, { filters, kernel = 1, stride = 1, padding = 'valid', bias = false, activation }) => {
      const shape = { filters, kernelSize: kernel, strides: stride, padding, useBias: bias };
      const acts = activation ? { activation } : {};
      return through(layers.conv2d({ name, ...shape, ...acts, kernelInitializer: kernels }), x);
    },
    depthwise: (x, name, { kernel, stride, padding }) => {
      const shape = { kernelSize: kernel, strides: stride, padding, useBias: false };
      return through(layers.depthwiseConv2d({ name, ...shape, depthwiseInitializer: kernels }), x);
    },
    dense: (x, name, spec) => through(layers.dense({ name, ...spec, kernelInitializer: kernels }), x),
    batchNorm: (x, name, { epsilon = 1e-3, momentum = 0.99 } = {}) =>
      through(layers.batchNormalization({ name, epsilon, momentum }), x),
    activate: (x, name, activation) => through(layers.activation({ name, activation }), x),
    relu6: (x, name) => through(layers.reLU({ name, maxValue: 6 }), x),
    pad: (x, name, padding) => through(layers.zeroPadding2d({ name, padding }), x),
    maxPool: (x, name, { size, stride }) =>
      through(layers.maxPooling2d({ name, poolSize: size, strides: stride, padding: 'valid' }), x),
    add: (name, xs) => through(layers.add({ name }), xs),
  };
}
