import type { Rgb } from './rgb.ts';

const byte = (value: number) => Math.round(Math.min(Math.max(value, 0), 255));

/** Writes a colour as #rrggbb, rounded and clamped. */
export function toHex(rgb: Rgb): string {
  return `#${rgb.map((value) => byte(value).toString(16).padStart(2, '0')).join('')}`;
}
