import type { ClientData } from './decode.ts';
import { type Lens, toPixel } from './places.ts';
import type { State } from './store.ts';

export interface PickFrom {
  readonly data: ClientData;
  readonly places: Float32Array;
  readonly lens: Lens;
  readonly side: number;
  readonly state: State;
}

const reach = 14;

/** The point next to a pixel, at most 14 away and of a class that is shown; else -1. */
export function pick({ data, places, lens, side, state }: PickFrom, px: number, py: number): number {
  let nearest = -1;
  let least = reach * reach;
  for (let i = 0; i < data.points; i++) {
    if (state.hidden.has(data.labels[i] as number)) continue;
    const dx = toPixel(places[2 * i] as number, lens.x, lens.zoom, side) - px;
    const dy = toPixel(places[2 * i + 1] as number, lens.y, lens.zoom, side) - py;
    const distance = dx * dx + dy * dy;
    if (distance > least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

/** All shown points inside a rectangle of pixels. */
export function pickInside(
  { data, places, lens, side, state }: PickFrom,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): Set<number> {
  const inside = new Set<number>();
  for (let i = 0; i < data.points; i++) {
    if (state.hidden.has(data.labels[i] as number)) continue;
    const x = toPixel(places[2 * i] as number, lens.x, lens.zoom, side);
    const y = toPixel(places[2 * i + 1] as number, lens.y, lens.zoom, side);
    if (x >= Math.min(x0, x1) && x <= Math.max(x0, x1) && y >= Math.min(y0, y1) && y <= Math.max(y0, y1)) inside.add(i);
  }
  return inside;
}
