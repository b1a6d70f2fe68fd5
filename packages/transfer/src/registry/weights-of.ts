import { ARCHITECTURES, type BaseName } from '../bases/base-name.ts';
import { type BaseOptions, baseSettings } from '../bases/base-options.ts';
import type { WeightsEntry } from './weights-entry.ts';

/** Which of a network's files is meant. */
export type WeightsChoice = Pick<BaseOptions, 'alpha' | 'top' | 'size'>;

const KERAS = 'https://storage.googleapis.com/tensorflow/keras-applications';
const EFFICIENTNET = 'https://storage.googleapis.com/keras-applications';

type Files = Readonly<{ top: string | null; noTop: string | null }>;

/** Files whose names do not depend on width or size: md5 with and without top, as in Keras' source. */
const HASHES: Readonly<Partial<Record<BaseName, Files>>> = {
  EfficientNetB0: { top: '902e53a9f72be733fc0bcb005b3ebbac', noTop: '50bc09e76180e00e4465e1a485ddc09d' },
  ResNet101: { top: 'f1aeb4b969a6efcfb50fad2f0c20cfc5', noTop: '88cf7a10940856eca736dc7b7e228a21' },
  ResNet101V2: { top: '6343647c601c52e1368623803854d971', noTop: 'c0ed64b8031c3730f411d2eb4eea35b5' },
  ResNet50: { top: '2cb95161c43110f7111970584f804107', noTop: '4d473c1dd8becc155b73f8504c6f6626' },
  ResNet50V2: { top: '3ef43a0b657b3be2300d5770ece849e0', noTop: 'fac2f116257151a9d068a22e544a4917' },
  VGG16: { top: '64373286793e3c8b2b4e3219cbf3544b', noTop: '6d6bbae143d832006294945121d1f1fc' },
  VGG19: { top: 'cbe5617147190e668d6c5d5026f83318', noTop: '253f8cb515780f3b799900260a226db6' },
};

/** Sizes of files at full width and 224 pixels, in bytes, as downloads by Keras show them. */
const BYTES: Readonly<Record<BaseName, Readonly<{ top: number | null; noTop: number }>>> = {
  EfficientNetB0: { top: null, noTop: 16_705_208 },
  MobileNet: { top: 17_225_924, noTop: 17_225_924 },
  MobileNetV2: { top: 14_536_120, noTop: 9_406_464 },
  ResNet101: { top: 179_648_224, noTop: 171_446_536 },
  ResNet101V2: { top: null, noTop: 171_317_808 },
  ResNet50: { top: 102_967_424, noTop: 94_765_736 },
  ResNet50V2: { top: null, noTop: 94_668_760 },
  VGG16: { top: 553_467_096, noTop: 58_889_256 },
  VGG19: { top: 574_710_816, noTop: 80_134_624 },
};

/** As in the table of Keras' documentation, at full width and 224 pixels. */
const TOP1: Readonly<Record<BaseName, number>> = {
  EfficientNetB0: 0.771,
  MobileNet: 0.704,
  MobileNetV2: 0.713,
  ResNet101: 0.764,
  ResNet101V2: 0.772,
  ResNet50: 0.749,
  ResNet50V2: 0.76,
  VGG16: 0.713,
  VGG19: 0.713,
};

const LICENCES: Readonly<Partial<Record<BaseName, string>>> = {
  ResNet101: 'MIT',
  ResNet50: 'MIT',
  VGG16: 'CC-BY-4.0',
  VGG19: 'CC-BY-4.0',
};

/** Sizes at which MobileNet and MobileNetV2 were trained; Keras takes the weights of 224 for any other. */
const SIZES: Readonly<Partial<Record<BaseName, readonly number[]>>> = {
  MobileNet: [128, 160, 192, 224],
  MobileNetV2: [96, 128, 160, 192, 224],
};
const USUAL = 224;

/**
 * What is known of a network's published ImageNet weights: where they are, their hash, licence, accuracy and preprocessing.
 *
 * Without `top` (the default) the file without the classifier. MobileNets have a file for each width and training size.
 * @throws ArgumentError if the name or an option breaks its rule.
 * @see keras.applications, whose files these are.
 */
export function weightsOf(name: BaseName, choice: WeightsChoice = {}): WeightsEntry {
  const { alpha, top, size } = baseSettings(name, choice);
  const file = fileOf(name, alpha, top, trainedAt(name, size));
  const isUsual = alpha === 1 && trainedAt(name, size) === USUAL;
  return {
    base: name,
    alpha,
    top,
    file,
    url: `${folderOf(name)}/${file}`,
    bytes: isUsual ? BYTES[name][top ? 'top' : 'noTop'] : null,
    md5: HASHES[name]?.[top ? 'top' : 'noTop'] ?? null,
    licence: LICENCES[name] ?? 'Apache-2.0',
    top1: isUsual ? TOP1[name] : null,
    preprocessing: ARCHITECTURES[name].preprocessing,
  };
}

function trainedAt(name: BaseName, [height, width]: readonly [number, number]): number {
  return height === width && SIZES[name]?.includes(height) ? height : USUAL;
}

function folderOf(name: BaseName): string {
  if (name === 'EfficientNetB0') return EFFICIENTNET;
  const family = name.startsWith('ResNet') ? 'resnet' : name === 'MobileNetV2' ? 'mobilenet_v2' : name.toLowerCase();
  return `${KERAS}/${family}`;
}

function fileOf(name: BaseName, alpha: number, top: boolean, side: number): string {
  if (name === 'EfficientNetB0') return `efficientnetb0${top ? '' : '_notop'}.h5`;
  const ending = top ? '' : '_no_top';
  if (name === 'MobileNet') return `mobilenet_${MOBILENET_WIDTHS[alpha]}_${side}_tf${ending}.h5`;
  const kernels = 'weights_tf_dim_ordering_tf_kernels';
  if (name === 'MobileNetV2') {
    return `mobilenet_v2_${kernels}_${Number.isInteger(alpha) ? alpha.toFixed(1) : alpha}_${side}${ending}.h5`;
  }
  return `${name.toLowerCase()}_${kernels}${top ? '' : '_notop'}.h5`;
}

const MOBILENET_WIDTHS: Readonly<Record<number, string>> = { 0.25: '2_5', 0.5: '5_0', 0.75: '7_5', 1: '1_0' };
