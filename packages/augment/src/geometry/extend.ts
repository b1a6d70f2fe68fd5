import type { FillMode } from './fill-mode.ts';

/**
 * Brings a coordinate outside [0, length - 1] back into it, for every mode; `constant` is clamped, as `nearest` is.
 *
 * @see scipy.ndimage, map_coordinate in ni_interpolation.c
 */
export function extend(place: number, length: number, mode: FillMode): number {
  const last = length - 1;
  if (place >= 0 && place <= last) return place;
  if (last === 0) return 0;
  return clamp(mode === 'reflect' ? reflect(place, length) : mode === 'wrap' ? wrap(place, last) : place, last);
}

function reflect(place: number, length: number): number {
  const period = 2 * length;
  const inside = place < 0 ? -place - 1 : place;
  const rest = inside - period * Math.floor(inside / period);
  return rest < length ? rest : period - rest - 1;
}

/** scipy counts one period too many at multiples of it, so that -last goes to last and 2 * last to 0. */
function wrap(place: number, last: number): number {
  return place < 0 ? place + last * (Math.trunc(-place / last) + 1) : place - last * Math.trunc(place / last);
}

function clamp(place: number, last: number): number {
  return place > 0 ? Math.min(place, last) : 0;
}
