import type { Size } from '../image/image.ts';
import { matrixMap } from './matrix-map.ts';
import { multiply } from './matrix3.ts';
import type { SpatialMap } from './spatial-map.ts';

/** Some changes of places after each other, to be drawn at once. */
export interface Geometry extends Size {
  /** From places of the result to places of the source, the first is applied first. */
  readonly maps: readonly SpatialMap[];
}

/** Adds a change after those so far; two matrices become one. */
export function follow({ maps }: Geometry, map: SpatialMap, size: Size): Geometry {
  const [next, ...rest] = maps;
  const merged = next?.matrix && map.matrix ? [matrixMap(multiply(next.matrix, map.matrix)), ...rest] : [map, ...maps];
  return { ...size, maps: merged };
}

/** Where a place of the source goes. */
export function forward({ maps }: Geometry, row: number, column: number): readonly [number, number] {
  let place: readonly [number, number] = [row, column];
  for (const map of maps.toReversed()) place = map.forward(place[0], place[1]);
  return place;
}
