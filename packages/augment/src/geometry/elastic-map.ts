import { createRng } from '@animals/core';
import type { Size } from '../image/image.ts';
import type { SpatialMap } from './spatial-map.ts';

/** How far, how smooth and which displacements. */
export interface ElasticOptions {
  /** Pixels. */
  readonly amplitude: number;
  /** Pixels between the knots. */
  readonly spacing: number;
  readonly seed: number;
}

// A cubic B-spline of independent knots has this standard deviation, squared twice, averaged over places.
const SPREAD = 151 / 315;
const INVERSE_STEPS = 20;

/** Displaces places by a cubic B-spline over a grid of normal random numbers. */
export function elasticMap({ height, width }: Size, { amplitude, spacing, seed }: ElasticOptions): SpatialMap {
  const across = Math.ceil(width / spacing) + 4;
  const down = Math.ceil(height / spacing) + 4;
  const rng = createRng(seed);
  const knots = Float64Array.from({ length: 2 * down * across }, () => rng.normal(0, amplitude / SPREAD));
  const shiftAt = (row: number, column: number, which: 0 | 1) => {
    const v = weights(clamp(row, height - 1) / spacing);
    const h = weights(clamp(column, width - 1) / spacing);
    let sum = 0;
    for (let i = 0; i < 4; i++) {
      const start = (which * down + v.first + i) * across + h.first;
      let line = 0;
      for (let j = 0; j < 4; j++) line += h.values[j]! * knots[start + j]!;
      sum += v.values[i]! * line;
    }
    return sum;
  };
  return {
    mapRow(rows, columns) {
      for (let i = 0; i < rows.length; i++) {
        const [row, column] = [rows[i]!, columns[i]!];
        rows[i] = row + shiftAt(row, column, 0);
        columns[i] = column + shiftAt(row, column, 1);
      }
    },
    forward(row, column) {
      // A fixed point, since the shifts change slowly.
      let [y, x] = [row, column];
      for (let i = 0; i < INVERSE_STEPS; i++) [y, x] = [row - shiftAt(y, x, 0), column - shiftAt(y, x, 1)];
      return [y, x];
    },
  };
}

function weights(place: number) {
  const first = Math.floor(place);
  const t = place - first;
  const s = 1 - t;
  const values = [(s * s * s) / 6, 2 / 3 - t * t + (t * t * t) / 2, 2 / 3 - s * s + (s * s * s) / 2, (t * t * t) / 6];
  return { first, values };
}

function clamp(place: number, last: number): number {
  return place > 0 ? Math.min(place, last) : 0;
}
