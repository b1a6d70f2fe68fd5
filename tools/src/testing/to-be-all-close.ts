/** How far two numbers may be apart: `atol + rtol * |expected|`. */
export interface Tolerance {
  readonly rtol?: number;
  readonly atol?: number;
}

/** Compares two lists of numbers of one length; NaN equals nothing, and the message names the worst index. */
export function toBeAllClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  { rtol = 1e-5, atol = 1e-7 }: Tolerance = {},
) {
  if (actual.length !== expected.length) {
    return { pass: false, message: () => `length ${actual.length}, expected ${expected.length}` };
  }
  let worst = -1;
  let excess = 0;
  for (let i = 0; i < expected.length; i++) {
    const a = actual[i] as number;
    const e = expected[i] as number;
    if (Object.is(a, e) || a === e) continue;
    const over = Math.abs(a - e) - (atol + rtol * Math.abs(e));
    if (Number.isNaN(over) || over > excess) {
      worst = i;
      excess = over;
      if (Number.isNaN(over)) break;
    }
  }
  const pass = worst < 0;
  const message = () =>
    pass
      ? 'all values are close'
      : `at ${worst}: ${actual[worst]}, expected ${expected[worst]} (rtol ${rtol}, atol ${atol})`;
  return { pass, message };
}

declare module 'vitest' {
  interface Matchers<T> {
    /** Compares with `atol + rtol * |expected|`, value by value. */
    toBeAllClose(expected: ArrayLike<number>, tolerance?: Tolerance): T;
  }
}
