import type { ClientView } from './decode.ts';

/**
 * Places of all points at a moment, between two frames where the reader allows motion.
 *
 * @param position 0 to 1, from the first frame to the last.
 */
export function placesAt({ frames }: ClientView, position: number, smooth: boolean): Float32Array {
  const exact = position * (frames.length - 1);
  const at = smooth ? Math.floor(exact) : Math.round(exact);
  const from = frames[at] as Float32Array;
  const to = frames[at + 1];
  const share = exact - at;
  if (!to || !smooth || share === 0) return from;
  return from.map((value, i) => value + ((to[i] as number) - value) * share);
}

/** What a map shows: shares of the unit square onto pixels. */
export interface Lens {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

const margin = 0.02;

/** Pixel of a share. */
export const toPixel = (share: number, offset: number, zoom: number, side: number): number =>
  ((share * (1 - 2 * margin) + margin) * zoom + offset) * side;

/** Zooms so that the point under a pixel stays there. */
export function zoomed({ zoom, x, y }: Lens, factor: number, px: number, py: number): Lens {
  const next = Math.max(0.5, Math.min(60, zoom * factor));
  const ratio = next / zoom;
  return { zoom: next, x: px - (px - x) * ratio, y: py - (py - y) * ratio };
}
