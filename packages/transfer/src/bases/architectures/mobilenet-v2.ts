import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import { correctPad } from '../correct-pad.ts';
import { makeDivisible } from '../make-divisible.ts';
import type { Net } from '../net.ts';
import type { Architecture } from './architecture.ts';
import { pooledTop } from './pooled-top.ts';

/** Filters and stride of the seventeen blocks. */
const BLOCKS: readonly (readonly [filters: number, stride: number])[] = [
  ...([
    [16, 1],
    [24, 2],
    [24, 1],
    [32, 2],
    [32, 1],
    [32, 1],
    [64, 2],
    [64, 1],
    [64, 1],
    [64, 1],
  ] as const),
  ...([
    [96, 1],
    [96, 1],
    [96, 1],
    [160, 2],
    [160, 1],
    [160, 1],
    [320, 1],
  ] as const),
];
const EXPANSION = 6;
const BN = { epsilon: 1e-3, momentum: 0.999 };

/**
 * MobileNetV2: narrow tensors between wide depthwise convolutions. `alpha` scales every width but the last one, which
 * it only widens.
 *
 * @see Sandler et al., "MobileNetV2: Inverted Residuals and Linear Bottlenecks" (2018)
 */
export const mobilenetV2: Architecture = {
  preprocessing: 'tf',
  poolings: 'global_average_pooling2d',
  body: (net, input, alpha) => {
    const first = { filters: makeDivisible(32 * alpha), kernel: 3, stride: 2, padding: 'same' } as const;
    let x = net.batchNorm(net.conv(input, 'Conv1', first), 'bn_Conv1', BN);
    x = net.relu6(x, 'Conv1_relu');
    for (const [i, [filters, stride]] of BLOCKS.entries()) {
      x = block(net, x, i, { filters: makeDivisible(Math.trunc(filters * alpha)), stride });
    }
    x = net.conv(x, 'Conv_1', { filters: alpha > 1 ? makeDivisible(1280 * alpha) : 1280 });
    return net.relu6(net.batchNorm(x, 'Conv_1_bn', BN), 'out_relu');
  },
  top: pooledTop('global_average_pooling2d'),
};

function block(net: Net, input: SymbolicTensor, id: number, { filters, stride }: { filters: number; stride: number }) {
  const prefix = id === 0 ? 'expanded_conv_' : `block_${id}_`;
  const channels = input.shape.at(-1) as number;
  let x = input;
  if (id > 0) {
    x = net.conv(x, `${prefix}expand`, { filters: EXPANSION * channels, padding: 'same' });
    x = net.relu6(net.batchNorm(x, `${prefix}expand_BN`, BN), `${prefix}expand_relu`);
  }
  if (stride === 2) x = net.pad(x, `${prefix}pad`, correctPad(x, 3));
  x = net.depthwise(x, `${prefix}depthwise`, { kernel: 3, stride, padding: stride === 1 ? 'same' : 'valid' });
  x = net.relu6(net.batchNorm(x, `${prefix}depthwise_BN`, BN), `${prefix}depthwise_relu`);
  x = net.batchNorm(net.conv(x, `${prefix}project`, { filters, padding: 'same' }), `${prefix}project_BN`, BN);
  return channels === filters && stride === 1 ? net.add(`${prefix}add`, [input, x]) : x;
}
