import { seededDropout } from '@animals/train';
import { layers, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { correctPad } from '../correct-pad.ts';
import { normalization } from '../layers/normalization.ts';
import { type Net, through } from '../net.ts';
import type { Architecture } from './architecture.ts';

interface Stage {
  readonly kernel: number;
  readonly repeats: number;
  readonly filters: number;
  readonly expansion: number;
  readonly stride: number;
}

const STAGES: readonly Stage[] = [
  { kernel: 3, repeats: 1, filters: 16, expansion: 1, stride: 1 },
  { kernel: 3, repeats: 2, filters: 24, expansion: 6, stride: 2 },
  { kernel: 5, repeats: 2, filters: 40, expansion: 6, stride: 2 },
  { kernel: 3, repeats: 3, filters: 80, expansion: 6, stride: 2 },
  { kernel: 5, repeats: 3, filters: 112, expansion: 6, stride: 1 },
  { kernel: 5, repeats: 4, filters: 192, expansion: 6, stride: 2 },
  { kernel: 3, repeats: 1, filters: 320, expansion: 6, stride: 1 },
];
const SQUEEZE = 0.25;
const IMAGENET_SD = [0.229, 0.224, 0.225];
const DROPOUT = 0.2;

/**
 * EfficientNetB0 with its own scaling of pixels; in the form that the ImageNet weights belong to.
 *
 * That form divides by the root of the standard deviation once more, behind the normalisation. Stochastic depth is left
 * out: its layers are there by name and pass everything on, as they do in inference.
 * @see Tan and Le, "EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks" (2019)
 */
export const efficientnetB0: Architecture = {
  preprocessing: 'none',
  poolings: 'avg_pool',
  body: (net, input) => {
    let x = stem(net, scaled(input));
    for (const [stage, { repeats, ...spec }] of STAGES.entries()) {
      for (let i = 0; i < repeats; i++) {
        const name = `block${stage + 1}${'abcd'[i]}_`;
        x = block(net, x, name, i === 0 ? spec : { ...spec, stride: 1 });
      }
    }
    x = net.batchNorm(net.conv(x, 'top_conv', { filters: 1280, padding: 'same' }), 'top_bn');
    return net.activate(x, 'top_activation', 'swish');
  },
  top: (net, features, spec) => {
    // Behind the pooling, where Keras has it.
    const pooled = through(layers.globalAveragePooling2d({ name: 'avg_pool' }), features);
    const dropped = through(seededDropout({ name: 'top_dropout', rate: DROPOUT, seed: 0 }), pooled);
    return net.dense(dropped, 'predictions', { units: spec.classes, activation: spec.activation });
  },
};

function scaled(input: SymbolicTensor): SymbolicTensor {
  const unit = through(layers.rescaling({ name: 'rescaling', scale: 1 / 255 }), input);
  const normal = through(normalization({ name: 'normalization' }), unit);
  // The layer multiplies by whatever tf.mul takes, one factor a channel too; only its type says number.
  const factors = IMAGENET_SD.map((sd) => 1 / Math.sqrt(sd)) as unknown as number;
  return through(layers.rescaling({ name: 'rescaling_1', scale: factors }), normal);
}

function stem(net: Net, input: SymbolicTensor): SymbolicTensor {
  const padded = net.pad(input, 'stem_conv_pad', correctPad(input, 3));
  const x = net.batchNorm(net.conv(padded, 'stem_conv', { filters: 32, kernel: 3, stride: 2 }), 'stem_bn');
  return net.activate(x, 'stem_activation', 'swish');
}

type BlockSpec = Omit<Stage, 'repeats'>;

function block(net: Net, input: SymbolicTensor, name: string, { kernel, filters, expansion, stride }: BlockSpec) {
  const channels = input.shape.at(-1) as number;
  const wide = expansion * channels;
  let x = input;
  if (expansion > 1) {
    x = net.batchNorm(net.conv(x, `${name}expand_conv`, { filters: wide, padding: 'same' }), `${name}expand_bn`);
    x = net.activate(x, `${name}expand_activation`, 'swish');
  }
  if (stride === 2) x = net.pad(x, `${name}dwconv_pad`, correctPad(x, kernel));
  x = net.depthwise(x, `${name}dwconv`, { kernel, stride, padding: stride === 2 ? 'valid' : 'same' });
  x = net.activate(net.batchNorm(x, `${name}bn`), `${name}activation`, 'swish');
  x = excite(net, x, name, Math.max(1, Math.trunc(channels * SQUEEZE)));
  x = net.batchNorm(net.conv(x, `${name}project_conv`, { filters, padding: 'same' }), `${name}project_bn`);
  if (stride !== 1 || channels !== filters) return x;
  return net.add(`${name}add`, [net.activate(x, `${name}drop`, 'linear'), input]);
}

/** Squeeze and excitation: scales each channel by what the means of all channels say. */
function excite(net: Net, x: SymbolicTensor, name: string, squeezed: number): SymbolicTensor {
  const channels = x.shape.at(-1) as number;
  let gate = through(layers.globalAveragePooling2d({ name: `${name}se_squeeze` }), x);
  gate = through(layers.reshape({ name: `${name}se_reshape`, targetShape: [1, 1, channels] }), gate);
  const spec = { padding: 'same', bias: true } as const;
  gate = net.conv(gate, `${name}se_reduce`, { ...spec, filters: squeezed, activation: 'swish' });
  gate = net.conv(gate, `${name}se_expand`, { ...spec, filters: channels, activation: 'sigmoid' });
  return through(layers.multiply({ name: `${name}se_excite` }), [x, gate]);
}
