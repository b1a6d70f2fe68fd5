import { createRng } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';

/** Normal clouds around normal centres five times as far apart; sample i is of cloud `i % clouds`. */
export function clusters(rows: number, columns: number, clouds: number, seed = 0): FloatMatrix {
  const rng = createRng(seed);
  const centres = Float64Array.from({ length: clouds * columns }, () => 5 * rng.normal());
  const data = Float32Array.from({ length: rows * columns }, (_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    return centres[(i % clouds) * columns + j]! + rng.normal();
  });
  return { data, rows, columns };
}
