import { describe, expect, it } from 'vitest';
import { checkBinary } from './check-binary.ts';

describe('checkBinary', () => {
  it.each([
    [[], [], 'labels must hold at least one value'],
    [[0, 1], [0], 'scores must hold one value per label (2), got 1'],
    [[0, 2], [0, 1], 'labels must be 0 or 1, got 2 at 1'],
    [[0, Number.NaN], [0, 1], 'labels must be 0 or 1, got NaN at 1'],
    [[true as unknown as number], [0], 'labels must be 0 or 1, got true at 0'],
    [[0], [Number.NaN], 'scores must be numbers, got NaN at 0'],
  ])('refuses %j with %j', (labels, scores, message) => {
    expect(() => checkBinary(labels, scores, 'scores')).toThrow(message);
  });

  it('takes any numbers, infinite ones too', () => {
    expect(checkBinary([0, 1, 1], [0, 4, -Infinity])).toBeUndefined();
  });
});
