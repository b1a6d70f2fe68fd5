import { rememberTaps } from './remember-taps.ts';

/** For each output position, the two inputs that it lies between and the weight of the second. */
export interface LinearTaps {
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly weight: Float64Array;
}

/** Places `to` outputs over `from` inputs by their centres: output d lies at `(d + 0.5) * from / to - 0.5`, clamped. */
export const linearTaps: (from: number, to: number) => LinearTaps = /* @__PURE__ */ rememberTaps((from, to) => {
  const taps = { lower: new Int32Array(to), upper: new Int32Array(to), weight: new Float64Array(to) };
  for (let d = 0; d < to; d++) {
    const place = Math.min(Math.max(((d + 0.5) * from) / to - 0.5, 0), from - 1);
    const lower = Math.floor(place);
    taps.lower[d] = lower;
    taps.upper[d] = Math.min(lower + 1, from - 1);
    taps.weight[d] = place - lower;
  }
  return taps;
});
