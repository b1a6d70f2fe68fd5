import { seededDropout } from '@animals/train';
import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type Net, through } from '../net.ts';
import type { Architecture, TopSpec } from './architecture.ts';

/** Filters and stride of the thirteen blocks. */
const BLOCKS: readonly (readonly [filters: number, stride: number])[] = [
  ...([
    [64, 1],
    [128, 2],
    [128, 1],
    [256, 2],
    [256, 1],
    [512, 2],
  ] as const),
  ...([
    [512, 1],
    [512, 1],
    [512, 1],
    [512, 1],
    [512, 1],
    [1024, 2],
    [1024, 1],
  ] as const),
];
const DROPOUT = 1e-3;

/**
 * MobileNet: convolutions split into one per channel and one across channels. `alpha` scales every number of filters.
 *
 * @see Howard et al., "MobileNets" (2017)
 */
export const mobilenet: Architecture = {
  preprocessing: 'tf',
  poolings: 'global_average_pooling2d',
  body: (net, input, alpha) => {
    let x = net.conv(input, 'conv1', { filters: Math.trunc(32 * alpha), kernel: 3, stride: 2, padding: 'same' });
    x = net.relu6(net.batchNorm(x, 'conv1_bn'), 'conv1_relu');
    for (const [i, [filters, stride]] of BLOCKS.entries()) {
      x = block(net, x, i + 1, { filters: Math.trunc(filters * alpha), stride });
    }
    return x;
  },
  top: (net, features, spec) => top(net, features, spec),
};

function block(net: Net, input: SymbolicTensor, id: number, { filters, stride }: { filters: number; stride: number }) {
  const finish = (x: SymbolicTensor, name: string) => net.relu6(net.batchNorm(x, `${name}_bn`), `${name}_relu`);
  // Below and to the right whatever the size: here Keras does not look whether it is odd.
  const padded = () =>
    net.pad(input, `conv_pad_${id}`, [
      [0, 1],
      [0, 1],
    ]);
  const x = stride === 1 ? input : padded();
  const spec = { kernel: 3, stride, padding: stride === 1 ? 'same' : 'valid' } as const;
  const deep = finish(net.depthwise(x, `conv_dw_${id}`, spec), `conv_dw_${id}`);
  return finish(net.conv(deep, `conv_pw_${id}`, { filters, padding: 'same' }), `conv_pw_${id}`);
}

/** The classifier is a convolution of 1 x 1, hence the two changes of shape around it. */
function top(net: Net, features: SymbolicTensor, { classes, activation }: TopSpec): SymbolicTensor {
  const channels = features.shape.at(-1) as number;
  let x = through(layers.globalAveragePooling2d({ name: 'global_average_pooling2d' }), features);
  x = through(layers.reshape({ name: 'reshape_1', targetShape: [1, 1, channels] }), x);
  x = through(seededDropout({ name: 'dropout', rate: DROPOUT, seed: 0 }), x);
  x = net.conv(x, 'conv_preds', { filters: classes, padding: 'same', bias: true });
  x = through(layers.reshape({ name: 'reshape_2', targetShape: [classes] }), x);
  return net.activate(x, 'predictions', activation);
}
