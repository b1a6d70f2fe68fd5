import { describe, expect, it } from 'vitest';
import { searchAlong } from './search-along.ts';

/** (x - 1)^2, whose slope at 0 is -2. */
function bowl(x: Float64Array, gradient: Float64Array): number {
  gradient[0] = 2 * ((x[0] as number) - 1);
  return ((x[0] as number) - 1) ** 2;
}

const start = { point: Float64Array.of(0), value: 1, gradient: Float64Array.of(-2), direction: Float64Array.of(1) };

describe('searchAlong', () => {
  it.each([
    ['a good first step at once', 1, 1],
    ['half a step that goes up', 3, 1.5],
    ['a step between two that goes down but too far', 1.95, 0.975],
    ['a step that has grown until it is flat enough', 0.01, 0.16],
  ])('takes %s', (_, first, expected) => {
    expect(searchAlong(bowl, { ...start, first })?.length).toBeCloseTo(expected, 12);
  });

  it('finds nothing along a direction that does not descend, nor where every step goes up', () => {
    expect(searchAlong(bowl, { ...start, direction: Float64Array.of(-1), first: 1 })).toBeNull();
    const wrong = (x: Float64Array, gradient: Float64Array) => {
      gradient[0] = -2;
      return 1 + Math.abs(x[0] as number) ** 0.1;
    };
    expect(searchAlong(wrong, { ...start, first: 1 })).toBeNull();
  });

  it('leaves the start where it was', () => {
    searchAlong(bowl, { ...start, first: 3 });
    expect([start.point[0], start.gradient[0], start.direction[0]]).toEqual([0, -2, 1]);
  });
});
