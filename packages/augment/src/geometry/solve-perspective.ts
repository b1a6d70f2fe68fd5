import type { Size } from '../image/image.ts';
import type { Corners } from '../steps/step.ts';
import type { Matrix3 } from './matrix3.ts';

/** The matrix that leads from `corners` back to the picture's own corner pixels; NaN if three lie on a line. */
export function solvePerspective(corners: Corners, { height, width }: Size): Matrix3 {
  const own = [0, 0, 0, width - 1, height - 1, width - 1, height - 1, 0];
  const equations: number[][] = [];
  for (let i = 0; i < 8; i += 2) {
    const [row, column] = [corners[i]!, corners[i + 1]!];
    const [toRow, toColumn] = [own[i]!, own[i + 1]!];
    equations.push([row, column, 1, 0, 0, 0, -row * toRow, -column * toRow, toRow]);
    equations.push([0, 0, 0, row, column, 1, -row * toColumn, -column * toColumn, toColumn]);
  }
  return [...solve(equations), 1] as unknown as Matrix3;
}

/** Gauss and Jordan with pivots; each row ends with its right-hand side. */
function solve(rows: number[][]): number[] {
  const n = rows.length;
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    const pivot = rows[k]!;
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const row = rows[i]!;
      const factor = row[k]! / pivot[k]!;
      for (let j = k; j <= n; j++) row[j] = row[j]! - factor * pivot[j]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}
