import type { Tensor } from '@tensorflow/tfjs-core';
import type { Sequential } from '@tensorflow/tfjs-layers';
import type { Work } from '../../../../tools/src/bench/index.ts';
import type { BenchTf } from './bench-tf.ts';
import { randomTensor } from './random-tensor.ts';

/** Batch and side of the pictures. */
export interface VggForwardArgs {
  readonly batch: number;
  readonly size: number;
}

type LayerOf = Sequential['layers'][number];

/** Filters of VGG19's 3 x 3 convolutions, block by block; a block ends in 2 x 2 pooling. */
const BLOCKS = [
  [64, 64],
  [128, 128],
  [256, 256, 256, 256],
  [512, 512, 512, 512],
  [512, 512, 512, 512],
];

/** The convolutional base of VGG19 with random weights, forward. */
export function vggForward(tf: BenchTf, { batch, size }: VggForwardArgs): Work {
  const { core, layers } = tf;
  const model = layers.sequential();
  const stack: LayerOf[] = BLOCKS.flatMap((block, b) => [
    ...block.map((filters, i) =>
      layers.layers.conv2d({
        filters,
        kernelSize: 3,
        padding: 'same',
        activation: 'relu',
        ...(b + i === 0 && { inputShape: [size, size, 3] }),
      }),
    ),
    layers.layers.maxPooling2d({ poolSize: 2 }),
  ]);
  for (const layer of stack) model.add(layer);
  const xs = randomTensor(tf, [batch, size, size, 3]);
  return {
    async step() {
      const features = core.tidy(() => model.predict(xs) as Tensor);
      await features.data();
      features.dispose();
    },
    dispose() {
      xs.dispose();
      model.dispose();
    },
  };
}
