import { hex } from '../colour/hex.ts';
import type { Hsl } from '../colour/hsl.ts';
import { svgNumber as n } from '../svg-number.ts';

/** An ellipse as SVG. */
export function ellipse(x: number, y: number, rx: number, ry: number, fill: Hsl, opacity = 1): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${hex(fill)}"${fade(opacity)}/>`;
}

/** A closed polygon as SVG; corners as x, y, x, y, … */
export function polygon(corners: readonly number[], fill: Hsl, opacity = 1): string {
  return `<polygon points="${corners.map(n).join(' ')}" fill="${hex(fill)}"${fade(opacity)}/>`;
}

/** A rectangle as SVG. */
export function rectangle(x: number, y: number, width: number, height: number, fill: Hsl, opacity = 1): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${hex(fill)}"${fade(opacity)}/>`;
}

/** A stroke through a quadratic bend as SVG, from (x, y) to (x + dx, y + dy). */
export function stroke(
  x: number,
  y: number,
  bend: readonly [number, number],
  end: readonly [number, number],
  colour: Hsl,
  width: number,
): string {
  const d = `M${n(x)} ${n(y)}q${n(bend[0])} ${n(bend[1])} ${n(end[0])} ${n(end[1])}`;
  return `<path d="${d}" fill="none" stroke="${hex(colour)}" stroke-width="${n(width)}" stroke-linecap="round"/>`;
}

function fade(opacity: number): string {
  return opacity === 1 ? '' : ` opacity="${n(opacity)}"`;
}
