import type { Hsl } from './hsl.ts';
import type { Rgb } from './rgb.ts';

/** Converts to hue in [0, 360), saturation and lightness in [0, 100]. */
export function rgbToHsl(rgb: Rgb): Hsl {
  const [r, g, b] = [rgb[0] / 255, rgb[1] / 255, rgb[2] / 255];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const spread = max - min;
  const lightness = (max + min) / 2;
  if (spread === 0) return [0, 0, 100 * lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sixth = max === r ? (g - b) / spread : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [(sixth * 60 + 360) % 360, 100 * saturation, 100 * lightness];
}
