import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrames } from './encode-frames.ts';

const numbersOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer);
  return Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(2 * i, true));
};

describe('encodeFrames', () => {
  it('fits every frame to its square, with a margin of 4%', () => {
    const [left, , right] = numbersOf(encodeFrames([[0, 5, 10, 5]]));
    expect([left, right]).toEqual([-31507, 31507]);
    expect(
      numbersOf(
        encodeFrames([
          [0, 5, 10, 5],
          [0, 0, 1e-4, 0],
        ]),
      ),
    ).toHaveLength(8);
    expect(numbersOf(encodeFrames([[0, 0, 1e-4, 0]]))).toEqual([-31507, 0, 31507, 0]);
  });

  it('puts points that are one place in the middle', () => {
    expect(numbersOf(encodeFrames([[3, 3, 3, 3]]))).toEqual([0, 0, 0, 0]);
  });

  it('keeps places to a 60,000th of the square', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 2, maxLength: 20 }), (points) => {
        const xs = points.map(([x]) => x);
        const ys = points.map(([, y]) => y);
        const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
        fc.pre(span > 1e-2);
        const stored = numbersOf(encodeFrames([points.flat()]));
        const step = (1.04 * span) / 65534;
        points.forEach(([x], i) => {
          const back = (stored[2 * i] as number) * step + (Math.max(...xs) + Math.min(...xs)) / 2;
          expect(Math.abs(back - x)).toBeLessThanOrEqual(step * 0.51);
        });
      }),
      { numRuns: 50 },
    );
  });
});
