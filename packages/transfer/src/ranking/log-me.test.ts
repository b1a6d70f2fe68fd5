import { createRng } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { turns, wave } from '../testing/wave.ts';
import { logMe } from './log-me.ts';
import { rankBases } from './rank-bases.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

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

describe('symmetricEigen', () => {
  it('takes a matrix apart into orthonormal vectors and values that make it again', () => {
    const n = 9;
    const { data } = wave(n, n);
    const matrix = data.map((value, at) => value + (data[(at % n) * n + Math.floor(at / n)] as number));
    const { values, vectors } = symmetricEigen(matrix, n);
    const at = (i: number, j: number) => vectors[i * n + j] as number;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const made = values.reduce((sum, value, k) => sum + value * at(k, i) * at(k, j), 0);
        expect(made).toBeCloseTo(matrix[i * n + j] as number, 12);
        const product = Array.from({ length: n }, (_, k) => at(i, k) * at(j, k)).reduce((a, b) => a + b);
        expect(product).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
  });
});
