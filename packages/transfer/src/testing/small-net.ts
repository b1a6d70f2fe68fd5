import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';

/** The net of tools/reference/keras_weight_files.py; its weights are 0. */
export function smallNet(): LayersModel {
  return sequential({
    name: 'net',
    layers: [
      layers.conv2d({ inputShape: [8, 8, 3], filters: 4, kernelSize: 3, name: 'block1_conv1' }),
      layers.batchNormalization({ name: 'bn1' }),
      layers.depthwiseConv2d({ kernelSize: 3, name: 'dw' }),
      layers.flatten({ name: 'flat' }),
      layers.dense({ units: 5, name: 'predictions' }),
    ],
  });
}

/** The nested net of that script. */
export function nestedNet(): LayersModel {
  const inner = sequential({
    name: 'inner',
    layers: [
      layers.conv2d({ inputShape: [8, 8, 3], filters: 2, kernelSize: 3, name: 'c' }),
      layers.batchNormalization({ name: 'b' }),
    ],
  });
  return sequential({ name: 'outer', layers: [inner, layers.flatten(), layers.dense({ units: 2, name: 'd' })] });
}

/** What that script puts into weight `k` at `i`. */
export function formulaAt(k: number, i: number, role: string): number {
  const value = Math.sin(10 * k + i);
  return role === 'moving_variance' ? 1 + value ** 2 : value;
}
