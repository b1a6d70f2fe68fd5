import { describe, expect, it } from 'vitest';
import { gaussianBlur } from './gaussian-blur.ts';

describe('gaussianBlur', () => {
  it('keeps a flat picture', () => {
    expect(gaussianBlur(new Float32Array(5 * 4 * 3).fill(77), 5, 4, 0.8)).toBeAllClose(Array(60).fill(77), {
      rtol: 1e-6,
    });
  });

  it('agrees with scipy', () => {
    const dot = new Float32Array(7 * 7 * 3);
    dot[(3 * 7 + 3) * 3 + 1] = 100;
    const green = gaussianBlur(dot, 7, 7, 0.8).filter((_, i) => i % 3 === 1);
    // x = numpy.zeros((7, 7)); x[3, 3] = 100; scipy.ndimage.gaussian_filter(x, 0.8, radius=2, mode='nearest')[3]
    expect(green.subarray(21, 28)).toBeAllClose(EXPECTED, { rtol: 1e-5 });
    expect(green.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 3);
  });
});

const EXPECTED = [
  0, 1.0945445758971115, 11.405416388113368, 24.91171972260695, 11.405416388113368, 1.0945445758971115, 0,
];
