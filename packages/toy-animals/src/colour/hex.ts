import type { Hsl } from './hsl.ts';
import { hslToRgb } from './hsl-to-rgb.ts';
import { toHex } from './to-hex.ts';

/** Writes a colour as #rrggbb, which every SVG reader rounds alike. */
export function hex(colour: Hsl): string {
  return toHex(hslToRgb(colour));
}
