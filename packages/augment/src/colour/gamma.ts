import type { Image, Pixels } from '../image/image.ts';
import { mapValues } from './map-values.ts';

/** Above 1 shadows become darker. @see torchvision.transforms.functional.adjust_gamma on PIL pictures */
export function gamma<P extends Pixels>(image: Image<P>, exponent: number): Image<P> {
  const scale = image.pixels instanceof Uint8Array ? 255.999 : 255;
  return mapValues(image, (value) => scale * (value / 255) ** exponent);
}
