import type { Hsl } from './hsl.ts';
import type { Rgb } from './rgb.ts';

const clamp = (value: number) => Math.min(Math.max(value, 0), 100);

/** Converts to red, green and blue in [0, 255], not rounded; saturation and lightness out of range are clamped. */
export function hslToRgb([hue, saturation, lightness]: Hsl): Rgb {
  const s = clamp(saturation) / 100;
  const l = clamp(lightness) / 100;
  const reach = s * Math.min(l, 1 - l);
  const channel = (offset: number) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return 255 * (l - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}
