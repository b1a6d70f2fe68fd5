import type { SymbolicTensor } from '@tensorflow/tfjs-layers';
import type { PreprocessingMode } from '../../preprocessing/preprocessing-mode.ts';
import type { Net } from '../net.ts';

/** The classifier on top of a network. */
export interface TopSpec {
  readonly classes: number;
  /** `softmax` gives probabilities, `linear` logits. */
  readonly activation: 'softmax' | 'linear';
}

/** How one network is built; `createBase` puts the parts together. */
export interface Architecture {
  /** What the network was trained on: how its input's pixels are to be scaled. */
  readonly preprocessing: PreprocessingMode;
  /** What Keras calls the pooling of the last feature maps: a name of its own, or the automatic one. */
  readonly poolings: 'avg_pool' | 'global_average_pooling2d';
  /** From pixels to the last feature maps. `alpha` scales the width, for architectures that have one. */
  body(net: Net, input: SymbolicTensor, alpha: number): SymbolicTensor;
  /** From the last feature maps to one score a class. */
  top(net: Net, features: SymbolicTensor, spec: TopSpec): SymbolicTensor;
}
