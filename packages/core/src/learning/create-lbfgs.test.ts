import { describe, expect, it } from 'vitest';
import { createLbfgs } from './create-lbfgs.ts';

/** Rosenbrock's valley in pairs of coordinates; the minimum is 0 at (1, ..., 1). */
function rosenbrock(x: Float64Array, gradient: Float64Array): number {
  let value = 0;
  for (let i = 0; i < x.length; i += 2) {
    const [a, b] = [x[i] as number, x[i + 1] as number];
    value += 100 * (b - a * a) ** 2 + (1 - a) ** 2;
    gradient[i] = -400 * a * (b - a * a) - 2 * (1 - a);
    gradient[i + 1] = 200 * (b - a * a);
  }
  return value;
}

describe('createLbfgs', () => {
  it('finds the minimum of a quadratic bowl', () => {
    const lbfgs = createLbfgs((x, gradient) => {
      gradient.set([2 * ((x[0] as number) - 3), 200 * ((x[1] as number) + 1)]);
      return ((x[0] as number) - 3) ** 2 + 100 * ((x[1] as number) + 1) ** 2;
    }, new Float64Array(2));
    for (let i = 0; i < 30 && lbfgs.state().slope > 1e-10; i++) lbfgs.step();
    expect(lbfgs.point).toBeAllClose([3, -1], { rtol: 1e-9 });
  });

  it('follows a curved valley to its end, and every step goes down', () => {
    const lbfgs = createLbfgs(rosenbrock, Float64Array.of(-1.2, 1, -1.2, 1, 3, -2));
    let { value, slope } = lbfgs.state();
    for (let i = 0; i < 200 && slope > 1e-9; i++) {
      const next = lbfgs.step();
      expect(next.value).toBeLessThan(value);
      ({ value, slope } = next);
    }
    expect(lbfgs.point).toBeAllClose([1, 1, 1, 1, 1, 1], { rtol: 1e-8 });
  });

  it('says so when no step goes down', () => {
    const lbfgs = createLbfgs(rosenbrock, Float64Array.of(1, 1));
    expect(lbfgs.step()).toMatchObject({ moved: false, value: 0, slope: 0 });
  });
});
