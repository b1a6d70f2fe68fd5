import { describe, expect, it } from 'vitest';
import { createRng } from '../random/create-rng.ts';
import { logisticLoss } from './logistic-loss.ts';

describe('logisticLoss', () => {
  const rng = createRng(3);
  const xs = { data: Float64Array.from({ length: 12 }, () => rng.normal()), rows: 4, columns: 3 };

  it('is log k at zero', () => {
    const ys = Uint32Array.of(0, 1, 2, 1);
    expect(logisticLoss({ xs, ys, outputs: 3, l2: 1 })(new Float64Array(12), new Float64Array(12))).toBeCloseTo(
      Math.log(3),
      14,
    );
  });

  it.each([
    ['binary', 1, [0, 1, 1, 0]],
    ['softmax', 3, [0, 1, 2, 1]],
  ])('has the gradient that central differences give, %s', (_, outputs, ys) => {
    const loss = logisticLoss({ xs, ys: Uint32Array.from(ys), outputs, l2: 0.7 });
    const point = Float64Array.from({ length: outputs * 4 }, () => rng.normal());
    const gradient = new Float64Array(point.length);
    loss(point, gradient);
    const numeric = point.map((x, i) => {
      const moved = (to: number) => loss(point.with(i, to), new Float64Array(point.length));
      return (moved(x + 1e-5) - moved(x - 1e-5)) / 2e-5;
    });
    expect(gradient).toBeAllClose(numeric, { rtol: 1e-7, atol: 1e-9 });
  });

  it('stays finite for scores that overflow an exponential', () => {
    const wide = { data: Float64Array.of(1e4, -1e4), rows: 2, columns: 1 };
    const gradient = new Float64Array(2);
    const value = logisticLoss({ xs: wide, ys: Uint32Array.of(0, 1), outputs: 1, l2: 0 })(
      Float64Array.of(1, 0),
      gradient,
    );
    expect(value).toBe(1e4);
    expect(gradient[0]).toBe(1e4);
  });
});
