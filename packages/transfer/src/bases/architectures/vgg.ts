import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { through } from '../net.ts';
import type { Architecture, TopSpec } from './architecture.ts';

const FILTERS = [64, 128, 256, 512, 512];

/**
 * VGG, by how many 3 x 3 convolutions each of its five blocks has.
 *
 * @see Simonyan and Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition" (2015)
 */
export function vgg(convolutions: readonly number[]): Architecture {
  return {
    preprocessing: 'caffe',
    poolings: 'global_average_pooling2d',
    body: (net, input) => {
      let x = input;
      for (const [block, count] of convolutions.entries()) {
        for (let i = 1; i <= count; i++) {
          const spec = {
            filters: FILTERS[block] as number,
            kernel: 3,
            padding: 'same',
            bias: true,
            activation: 'relu',
          } as const;
          x = net.conv(x, `block${block + 1}_conv${i}`, spec);
        }
        x = net.maxPool(x, `block${block + 1}_pool`, { size: 2, stride: 2 });
      }
      return x;
    },
    top: (net, features, { classes, activation }: TopSpec): SymbolicTensor => {
      let x = through(layers.flatten({ name: 'flatten' }), features);
      for (const name of ['fc1', 'fc2']) x = net.dense(x, name, { units: 4096, activation: 'relu' });
      return net.dense(x, 'predictions', { units: classes, activation });
    },
  };
}
