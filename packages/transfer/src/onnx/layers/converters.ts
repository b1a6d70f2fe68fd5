import { activation, relu } from './activation.ts';
import type { LayerConverter } from './base.ts';
import { convolution } from './convolution.ts';
import { dense } from './dense.ts';
import { merge } from './merge.ts';
import { globalPooling, maxPooling } from './pooling.ts';
import { batchNormalization, normalization, rescaling } from './scaling.ts';
import { reshape } from './shape.ts';
import { zeroPadding } from './zero-padding.ts';

/** A layer that passes everything on in inference. */
const identity: LayerConverter = ({ inputs: [x] }) => x.name;

/** How each kind of layer is written, by the name of its class. */
export const CONVERTERS: Readonly<Record<string, LayerConverter>> = {
  Activation: activation,
  Add: merge('Add'),
  BatchNormalization: batchNormalization,
  Conv2D: convolution,
  Dense: dense,
  DepthwiseConv2D: convolution,
  Dropout: identity,
  Flatten: reshape,
  FusedConvolution: convolution,
  GlobalAveragePooling2D: globalPooling('GlobalAveragePool'),
  GlobalMaxPooling2D: globalPooling('GlobalMaxPool'),
  MaxPooling2D: maxPooling,
  Multiply: merge('Mul'),
  Normalization: normalization,
  ReLU: relu,
  Rescaling: rescaling,
  Reshape: reshape,
  SeededDropout: identity,
  ZeroPadding2D: zeroPadding,
};
