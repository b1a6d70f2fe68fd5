import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type Net, through } from '../net.ts';
import type { Architecture } from './architecture.ts';
import { pooledTop } from './pooled-top.ts';
import { pool, RESNET_EPSILON, RESNET_FILTERS, stem } from './resnet.ts';

const BN = { epsilon: RESNET_EPSILON };

/**
 * ResNet whose blocks normalise and activate before they convolve, by how many blocks each of its four stacks has.
 *
 * The last block of a stack but the last one halves the picture; its shortcut is a pooling of size 1.
 * @see He et al., "Identity Mappings in Deep Residual Networks" (2016)
 */
export function resnetV2(blocks: readonly number[]): Architecture {
  return {
    preprocessing: 'tf',
    poolings: 'avg_pool',
    body: (net, input) => {
      let x = pool(net, stem(net, input));
      for (const [stack, count] of blocks.entries()) {
        for (let i = 1; i <= count; i++) {
          const stride = i === count && stack < blocks.length - 1 ? 2 : 1;
          const shortcut = i === 1 ? 'convolution' : stride > 1 ? shrink(stack) : 'identity';
          x = block(net, x, `conv${stack + 2}_block${i}`, {
            filters: RESNET_FILTERS[stack] as number,
            stride,
            shortcut,
          });
        }
      }
      return net.activate(net.batchNorm(x, 'post_bn', BN), 'post_relu', 'relu');
    },
    top: pooledTop('avg_pool'),
  };
}

/** Keras leaves these poolings their automatic names. */
const shrink = (stack: number) => ({ pooling: stack === 0 ? 'max_pooling2d' : `max_pooling2d_${stack}` });

interface BlockSpec {
  readonly filters: number;
  readonly stride: number;
  readonly shortcut: 'convolution' | 'identity' | { readonly pooling: string };
}

function block(net: Net, input: SymbolicTensor, name: string, { filters, stride, shortcut }: BlockSpec) {
  const norm = (x: SymbolicTensor, part: string) =>
    net.activate(net.batchNorm(x, `${name}_${part}_bn`, BN), `${name}_${part}_relu`, 'relu');
  const ready = norm(input, 'preact');
  const kept = () => {
    if (shortcut === 'identity') return input;
    if (shortcut === 'convolution')
      return net.conv(ready, `${name}_0_conv`, { filters: 4 * filters, stride, bias: true });
    return through(layers.maxPooling2d({ name: shortcut.pooling, poolSize: 1, strides: stride }), input);
  };
  const side = kept();
  let x = norm(net.conv(ready, `${name}_1_conv`, { filters }), '1');
  x = net.pad(x, `${name}_2_pad`, [
    [1, 1],
    [1, 1],
  ]);
  x = norm(net.conv(x, `${name}_2_conv`, { filters, kernel: 3, stride }), '2');
  x = net.conv(x, `${name}_3_conv`, { filters: 4 * filters, bias: true });
  return net.add(`${name}_out`, [side, x]);
}
