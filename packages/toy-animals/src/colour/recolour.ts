import { hslToRgb } from './hsl-to-rgb.ts';
import type { Rgb } from './rgb.ts';
import { rgbToHsl } from './rgb-to-hsl.ts';
import { toHex } from './to-hex.ts';

/** What light does to the colours of a drawing. */
export interface Tint {
  /** Added to the hue, in degrees. */
  readonly hue: number;
  /** Factor on the saturation. */
  readonly saturation: number;
  /** Factor on the lightness. */
  readonly lightness: number;
  /** Colour of the air between the eye and the animal. */
  readonly air: Rgb;
  /** How much of the air is seen, 0 to 1. */
  readonly haze: number;
}

/** Changes every colour (#rrggbb) of a piece of SVG; colours that were equal stay equal. */
export function recolour(svg: string, tint: Tint): string {
  const known = new Map<string, string>();
  return svg.replace(/#[0-9a-f]{6}\b/g, (colour) => {
    const seen = known.get(colour) ?? tinted(colour, tint);
    known.set(colour, seen);
    return seen;
  });
}

function tinted(colour: string, { hue, saturation, lightness, air, haze }: Tint): string {
  const value = Number.parseInt(colour.slice(1), 16);
  const [h, s, l] = rgbToHsl([value >> 16, (value >> 8) & 255, value & 255]);
  const lit = hslToRgb([h + hue, s * saturation, l * lightness]);
  return toHex([mix(lit[0], air[0], haze), mix(lit[1], air[1], haze), mix(lit[2], air[2], haze)]);
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}
