import { resizeBilinear } from '../resize/resize-bilinear.ts';
import type { ResizeOptions } from '../resize/resize-image.ts';
import type { RawImage } from './raw-image.ts';
import type { AlphaPolicy } from './to-channels.ts';

/**
 * Resizes colours straight out of RGBA, where that gives what dropping alpha and `resizeImage` give.
 *
 * @returns undefined where it would not, or where there is nothing to spare
 */
export function resizeWhileRaw(
  raw: RawImage,
  alpha: AlphaPolicy,
  { size, method = 'bilinear', fit = 'fill' }: ResizeOptions,
): Pick<RawImage, 'pixels' | 'width' | 'height'> | undefined {
  const isDropped = raw.channels === 4 && (raw.isOpaque || alpha === 'drop');
  if (!isDropped || method !== 'bilinear' || fit !== 'fill') return undefined;
  const [height, width] = size;
  const pixels = new Uint8Array(height * width * 3);
  resizeBilinear({ ...raw, channels: 3, step: 4 }, size, pixels, 0.5);
  return { pixels, width, height };
}
