import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { type Net, through } from '../net.ts';
import type { TopSpec } from './architecture.ts';

/** The top that most networks have: the mean over each feature map, then one dense layer. */
export function pooledTop(name: string) {
  return (net: Net, features: SymbolicTensor, { classes, activation }: TopSpec): SymbolicTensor => {
    const pooled = through(layers.globalAveragePooling2d({ name }), features);
    return net.dense(pooled, 'predictions', { units: classes, activation });
  };
}
