import { createRng } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { turns, wave } from '../testing/wave.ts';
import { logMe } from './log-me.ts';
import { rankBases } from './rank-bases.ts';

describe('logMe', () => {
  // NumPy: the paper's formulas with dense inverses and determinants, the fixed point iterated to 1e-6.
  it.each([
    [12, 30, 2, -1.0730322098989031],
    [12, 30, 3, -0.7468982111191608],
    [40, 6, 2, -0.9823674811915016],
    [40, 6, 3, -0.8383039293227897],
  ])('is the evidence of %i samples of %i features in %i classes', (rows, columns, classes, expected) => {
    expect(logMe(wave(rows, columns), turns(rows, classes))).toBeCloseTo(expected, 5);
  });
});

describe('rankBases', () => {
  it('puts features that tell the classes before those that tell half, and noise last', () => {
    const rng = createRng(1);
    const labels = turns(50, 2);
    const made = (signal: number) =>
      labels.map((y) => [y * signal + rng.normal(), ...Array.from({ length: 9 }, () => rng.normal())]);
    const ranks = rankBases({ noise: made(0), clear: made(6), half: made(2) }, labels);
    expect(ranks.map(({ base }) => base)).toEqual(['clear', 'half', 'noise']);
    expect(() => rankBases({}, labels)).toThrow('at least one base');
  });
});
