import { describe, expect, it } from 'vitest';
import { extend } from './extend.ts';

const PLACES = [-13.25, -12, -10, -6.5, -5, -1.25, -0.5, -0.25, 2.5, 5.25, 5.75, 6.5, 10, 11.5, 12, 15, 19.75];

describe('extend', () => {
  // scipy.ndimage.map_coordinates(np.arange(6.) * 10, [places], order=1, mode=mode) / 10, SciPy 1.17.1
  it.each([
    ['nearest', [0, 0, 0, 0, 0, 0, 0, 0, 2.5, 5, 5, 5, 5, 5, 5, 5, 5]],
    ['reflect', [0.25, 0, 2, 5, 4, 0.25, 0, 0, 2.5, 5, 5, 4.5, 1, 0, 0, 3, 3.25]],
    ['wrap', [1.75, 3, 5, 3.5, 5, 3.75, 4.5, 4.75, 2.5, 0.25, 0.75, 1.5, 0, 1.5, 2, 0, 4.75]],
  ] as const)('goes where scipy goes by %s', (mode, expected) => {
    expect(PLACES.map((place) => extend(place, 6, mode))).toBeAllClose(expected, { atol: 1e-12 });
  });

  it('has one place only in a picture of one pixel, and a finite one for no place', () => {
    for (const mode of ['nearest', 'reflect', 'wrap'] as const) {
      expect(extend(3.5, 1, mode)).toBe(0);
      expect(extend(Number.NaN, 4, mode)).toBe(0);
    }
  });
});
