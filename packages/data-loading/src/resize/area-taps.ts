import { rememberTaps } from './remember-taps.ts';

/** For each output position, its first input and the share of the output that each input covers. */
export interface AreaTaps {
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** `stride` places an output, the first `count` of them used; their sum is 1. */
  readonly weights: Float64Array;
  readonly stride: number;
}

/** Lays `to` outputs of equal width over `from` inputs. */
export const areaTaps: (from: number, to: number) => AreaTaps = /* @__PURE__ */ rememberTaps((from, to) => {
  const stride = Math.ceil(from / to) + 1;
  const taps = { first: new Int32Array(to), count: new Int32Array(to), weights: new Float64Array(to * stride), stride };
  for (let d = 0; d < to; d++) {
    // In units of 1 / to of an input all borders are whole numbers.
    const [start, end] = [d * from, (d + 1) * from];
    const first = Math.floor(start / to);
    const count = Math.ceil(end / to) - first;
    taps.first[d] = first;
    taps.count[d] = count;
    for (let i = 0; i < count; i++) {
      const left = (first + i) * to;
      taps.weights[d * stride + i] = (Math.min(end, left + to) - Math.max(start, left)) / from;
    }
  }
  return taps;
});
