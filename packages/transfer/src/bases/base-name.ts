import type { Architecture } from './architectures/architecture.ts';
import { efficientnetB0 } from './architectures/efficientnet-b0.ts';
import { mobilenet } from './architectures/mobilenet.ts';
import { mobilenetV2 } from './architectures/mobilenet-v2.ts';
import { resnet } from './architectures/resnet.ts';
import { resnetV2 } from './architectures/resnet-v2.ts';
import { vgg } from './architectures/vgg.ts';

/** Every network, under the name that keras.applications gives it. */
export const ARCHITECTURES = {
  EfficientNetB0: efficientnetB0,
  MobileNet: mobilenet,
  MobileNetV2: mobilenetV2,
  ResNet101: resnet([3, 4, 23, 3]),
  ResNet101V2: resnetV2([3, 4, 23, 3]),
  ResNet50: resnet([3, 4, 6, 3]),
  ResNet50V2: resnetV2([3, 4, 6, 3]),
  VGG16: vgg([2, 2, 3, 3, 3]),
  VGG19: vgg([2, 2, 4, 4, 4]),
} as const satisfies Record<string, Architecture>;

/** A network of keras.applications that can be built here. */
export type BaseName = keyof typeof ARCHITECTURES;

/** The names of all networks that can be built here. */
export const BASE_NAMES = Object.keys(ARCHITECTURES) as readonly BaseName[];

/** Widths that Keras has weights for; networks that are not here have one width. */
export const ALPHAS: Readonly<Partial<Record<BaseName, readonly number[]>>> = {
  MobileNet: [0.25, 0.5, 0.75, 1],
  MobileNetV2: [0.35, 0.5, 0.75, 1, 1.3, 1.4],
};
