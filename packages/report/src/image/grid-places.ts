import { assign } from './assign.ts';

/** A point of a map, both sides 0 to 1. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves the points of a map into the cells of a square grid, one a cell, so that the sum of squared moves is the least.
 *
 * @param places both coordinates 0 to 1.
 * @returns the cell of each point, and how many cells a side has.
 */
export function gridPlaces(places: readonly MapPlace[]): { readonly side: number; readonly cells: readonly number[] } {
  const side = Math.ceil(Math.sqrt(places.length));
  const cells = side * side;
  const x = Float64Array.from({ length: cells }, (_, cell) => (cell % side) + 0.5);
  const y = Float64Array.from({ length: cells }, (_, cell) => Math.floor(cell / side) + 0.5);
  const fill = (point: number, costs: Float64Array) => {
    const { x: px, y: py } = places[point] as MapPlace;
    const [left, top] = [px * side, py * side];
    for (let cell = 0; cell < cells; cell++) {
      const dx = left - (x[cell] as number);
      const dy = top - (y[cell] as number);
      costs[cell] = dx * dx + dy * dy;
    }
  };
  return { side, cells: Array.from(assign(places.length, cells, fill)) };
}
