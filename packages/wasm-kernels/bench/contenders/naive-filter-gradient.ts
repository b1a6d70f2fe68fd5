import * as tf from '@tensorflow/tfjs-core';

/**
 * Registers the kernel without which the stock WASM backend trains no convolution, in the plain way that a user would
 * write: for each tap of the filter one strided slice of the padded input and one product of matrices.
 */
export function registerNaiveFilterGradient(): void {
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => filterGradient(inputs as unknown as Inputs, attrs as unknown as Attributes),
  });
}

interface Inputs {
  readonly x: tf.Tensor4D;
  readonly dy: tf.Tensor4D;
}

interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: 'same' | 'valid' | number;
  readonly filterShape: [number, number, number, number];
}

function filterGradient({ x, dy }: Inputs, { strides, pad, filterShape }: Attributes): tf.Tensor {
  const info = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad);
  return tf.tidy(() => {
    const { top, bottom, left, right } = info.padInfo;
    const padded = tf.pad(x, [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]);
    const rows = info.batchSize * info.outHeight * info.outWidth;
    const flatDy = tf.reshape(dy, [rows, info.outChannels]);
    const taps: tf.Tensor[] = [];
    for (let r = 0; r < info.filterHeight; r++) {
      for (let c = 0; c < info.filterWidth; c++) {
        const patch = tf.reshape(tapOf(padded, info, r, c), [rows, info.inChannels]);
        taps.push(tf.matMul(patch, flatDy, true));
      }
    }
    return tf.reshape(tf.stack(taps), filterShape);
  });
}

/** What one tap of the filter sees: the padded input from its place on, every stride-th pixel. */
function tapOf(padded: tf.Tensor4D, info: tf.backend_util.Conv2DInfo, r: number, c: number): tf.Tensor {
  const { batchSize, inChannels, outHeight, outWidth, strideHeight, strideWidth } = info;
  const end: [number, number, number, number] = [
    batchSize,
    r + (outHeight - 1) * strideHeight + 1,
    c + (outWidth - 1) * strideWidth + 1,
    inChannels,
  ];
  return tf.stridedSlice(padded, [0, r, c, 0], end, [1, strideHeight, strideWidth, 1]);
}
