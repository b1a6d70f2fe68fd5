/** A 3x3 matrix, row-major, that acts on columns (row, column, 1). */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];

/** Leaves every place where it is. */
export const IDENTITY: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** The product a b: what b does, then what a does. */
export function multiply(a: Matrix3, b: Matrix3): Matrix3 {
  const product = new Array<number>(9);
  for (let r = 0; r < 9; r += 3) {
    for (let c = 0; c < 3; c++) {
      product[r + c] = a[r]! * b[c]! + a[r + 1]! * b[c + 3]! + a[r + 2]! * b[c + 6]!;
    }
  }
  return product as unknown as Matrix3;
}

/** Moves places by some rows and columns. */
export function translation(rows: number, columns: number): Matrix3 {
  return [1, 0, rows, 0, 1, columns, 0, 0, 1];
}

/** The same about another place than the origin. */
export function about(matrix: Matrix3, row: number, column: number): Matrix3 {
  return multiply(multiply(translation(row, column), matrix), translation(-row, -column));
}

/** The inverse; all NaN if there is none. */
export function invert([a, b, c, d, e, f, g, h, i]: Matrix3): Matrix3 {
  const [x, y, z] = [e * i - f * h, f * g - d * i, d * h - e * g];
  const determinant = a * x + b * y + c * z;
  const scale = determinant === 0 ? Number.NaN : 1 / determinant;
  const adjugate = [x, c * h - b * i, b * f - c * e, y, a * i - c * g, c * d - a * f, z, b * g - a * h, a * e - b * d];
  return adjugate.map((value) => value * scale) as unknown as Matrix3;
}

/** Cosine and sine of an angle in degrees, exact at right angles. */
export function cosSin(degrees: number): readonly [number, number] {
  const quarter = degrees / 90;
  if (Number.isInteger(quarter)) {
    const turn = ((quarter % 4) + 4) % 4;
    return (
      [
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ] as const
    )[turn]!;
  }
  const angle = degrees * (Math.PI / 180);
  return [Math.cos(angle), Math.sin(angle)];
}
