import type { PreprocessingMode } from './preprocessing-mode.ts';

/** Means over ImageNet of blue, green, red. */
export const CAFFE_MEAN = [103.939, 116.779, 123.68] as const;
/** Means and standard deviations over ImageNet of red, green, blue, scaled to [0, 1]. */
export const TORCH_MEAN = [0.485, 0.456, 0.406] as const;
export const TORCH_SD = [0.229, 0.224, 0.225] as const;

const { fround } = Math;

/** How one pixel is scaled, rounded as tensors of float32 would be; `channel` counts red, green, blue. */
export function pixelScale(mode: PreprocessingMode): (value: number, channel: 0 | 1 | 2) => number {
  switch (mode) {
    case 'caffe':
      return (value, channel) => fround(value - fround(CAFFE_MEAN[(2 - channel) as 0 | 1 | 2]));
    case 'tf':
      return (value) => fround(fround(value / 127.5) - 1);
    case 'torch':
      return (value, channel) =>
        fround(fround(fround(value / 255) - fround(TORCH_MEAN[channel])) / fround(TORCH_SD[channel]));
    case 'none':
      return fround;
    default:
      throw new TypeError(`no such preprocessing: ${mode satisfies never}`);
  }
}
