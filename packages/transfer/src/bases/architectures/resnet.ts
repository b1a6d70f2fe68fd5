import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { Net } from '../net.ts';
import type { Architecture } from './architecture.ts';
import { pooledTop } from './pooled-top.ts';

export const RESNET_EPSILON = 1.001e-5;
export const RESNET_FILTERS = [64, 128, 256, 512];
const ONE_AROUND: [[number, number], [number, number]] = [
  [1, 1],
  [1, 1],
];
const BN = { epsilon: RESNET_EPSILON };

/**
 * ResNet, by how many residual blocks each of its four stacks has; the stride is in a block's first convolution.
 *
 * @see He et al., "Deep Residual Learning for Image Recognition" (2015)
 */
export function resnet(blocks: readonly number[]): Architecture {
  return {
    preprocessing: 'caffe',
    poolings: 'avg_pool',
    body: (net, input) => {
      let x = stem(net, input);
      x = net.batchNorm(x, 'conv1_bn', BN);
      x = pool(net, net.activate(x, 'conv1_relu', 'relu'));
      for (const [stack, count] of blocks.entries()) {
        for (let i = 1; i <= count; i++) {
          const stride = i === 1 && stack > 0 ? 2 : 1;
          const spec = { filters: RESNET_FILTERS[stack] as number, stride, projects: i === 1 };
          x = block(net, x, `conv${stack + 2}_block${i}`, spec);
        }
      }
      return x;
    },
    top: pooledTop('avg_pool'),
  };
}

/** The first convolution of both versions: 7 x 7, stride 2. */
export function stem(net: Net, input: SymbolicTensor): SymbolicTensor {
  const padded = net.pad(input, 'conv1_pad', [
    [3, 3],
    [3, 3],
  ]);
  return net.conv(padded, 'conv1_conv', { filters: 64, kernel: 7, stride: 2, bias: true });
}

/** The pooling behind the first convolution, of both versions. */
export function pool(net: Net, x: SymbolicTensor): SymbolicTensor {
  return net.maxPool(net.pad(x, 'pool1_pad', ONE_AROUND), 'pool1_pool', { size: 3, stride: 2 });
}

interface BlockSpec {
  readonly filters: number;
  readonly stride: number;
  /** Whether the shortcut is a convolution too. */
  readonly projects: boolean;
}

function block(net: Net, input: SymbolicTensor, name: string, { filters, stride, projects }: BlockSpec) {
  const conv = (x: SymbolicTensor, i: number, width: number, shape: { kernel?: number; stride?: number }) => {
    const spec = { filters: width, padding: 'same', bias: true, ...shape } as const;
    return net.batchNorm(net.conv(x, `${name}_${i}_conv`, spec), `${name}_${i}_bn`, BN);
  };
  const shortcut = projects ? conv(input, 0, 4 * filters, { stride }) : input;
  let x = net.activate(conv(input, 1, filters, { stride }), `${name}_1_relu`, 'relu');
  x = net.activate(conv(x, 2, filters, { kernel: 3 }), `${name}_2_relu`, 'relu');
  x = conv(x, 3, 4 * filters, {});
  return net.activate(net.add(`${name}_add`, [shortcut, x]), `${name}_out`, 'relu');
}
