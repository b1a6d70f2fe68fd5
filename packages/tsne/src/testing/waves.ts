import type { FloatMatrix } from '../input/input.ts';

/** Numbers that a formula gives, alike in Python: `sin(1.3 i + 0.7 j) + 0.3 cos(i j) + 0.1 sin(i i + j)`, as float32. */
export function waves(rows: number, columns: number): FloatMatrix {
  const data = Float32Array.from({ length: rows * columns }, (_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    return Math.sin(1.3 * i + 0.7 * j) + 0.3 * Math.cos(i * j) + 0.1 * Math.sin(i * i + j);
  });
  return { data, rows, columns };
}
