import { invert, type Matrix3 } from './matrix3.ts';
import type { SpatialMap } from './spatial-map.ts';

/** The map of a matrix, which leads from places of the result to places of the source. */
export function matrixMap(matrix: Matrix3): SpatialMap {
  const inverse = invert(matrix);
  return {
    matrix,
    mapRow: matrix[6] === 0 && matrix[7] === 0 ? affineRow(matrix) : projectiveRow(matrix),
    forward: (row, column) => transform(inverse, row, column),
  };
}

/** One place under a matrix. */
function transform(m: Matrix3, row: number, column: number): readonly [number, number] {
  const depth = m[6] * row + m[7] * column + m[8];
  return [(m[0] * row + m[1] * column + m[2]) / depth, (m[3] * row + m[4] * column + m[5]) / depth];
}

function affineRow(m: Matrix3): SpatialMap['mapRow'] {
  const [a, b, c, d, e, f] = m;
  return (rows, columns) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const column = columns[i] as number;
      // Added up in the order of scipy, so that a place on the very edge falls on the same side.
      rows[i] = c + a * row + b * column;
      columns[i] = f + d * row + e * column;
    }
  };
}

function projectiveRow(m: Matrix3): SpatialMap['mapRow'] {
  return (rows, columns) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const column = columns[i] as number;
      const depth = m[6] * row + m[7] * column + m[8];
      // What lies behind the eye is nowhere.
      const scale = depth > 0 ? 1 / depth : Number.NaN;
      rows[i] = (m[0] * row + m[1] * column + m[2]) * scale;
      columns[i] = (m[3] * row + m[4] * column + m[5]) * scale;
    }
  };
}
