import { describe, expect, it } from 'vitest';
import { createRng } from '../random/create-rng.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

function random(n: number, rank = n): Float64Array {
  const rng = createRng(n);
  const x = Float64Array.from({ length: n * rank }, () => rng.normal());
  return Float64Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < rank; k++) sum += x[Math.floor(at / n) * rank + k]! * x[(at % n) * rank + k]!;
    return sum;
  });
}

describe('symmetricEigen', () => {
  it('knows a matrix of two rows by heart', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect(values).toBeAllClose([3, 1], { rtol: 1e-14 });
    expect(vectors.map(Math.abs)).toBeAllClose(Array(4).fill(Math.SQRT1_2), { rtol: 1e-14 });
  });

  it('knows the eigenvalues of a chain: 2 - 2 cos(pi k / (n + 1))', () => {
    const n = 30;
    const chain = new Float64Array(n * n);
    for (let i = 0; i < n; i++) chain[i * n + i] = 2;
    for (let i = 1; i < n; i++) chain[i * n + i - 1] = chain[(i - 1) * n + i] = -1;
    const expected = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos((Math.PI * (n - k)) / (n + 1)));
    expect(symmetricEigen(chain, n).values).toBeAllClose(expected, { rtol: 1e-12 });
  });

  it.each([
    ['of full rank', 60, 60],
    ['of rank 3', 40, 3],
  ])('gives orthonormal vectors that rebuild a matrix %s', (_, n, rank) => {
    const matrix = random(n, rank);
    const { values, vectors } = symmetricEigen(matrix, n);
    const rebuilt = new Float64Array(n * n);
    const gram = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let k = 0; k < n; k++) {
          rebuilt[i * n + j]! += values[k]! * vectors[k * n + i]! * vectors[k * n + j]!;
          gram[i * n + j]! += vectors[i * n + k]! * vectors[j * n + k]!;
        }
      }
    }
    expect(rebuilt).toBeAllClose(matrix, { atol: 1e-11 * values[0]! });
    expect(gram).toBeAllClose(
      Array.from({ length: n * n }, (__, at) => (at % (n + 1) === 0 ? 1 : 0)),
      { atol: 1e-13 * n },
    );
    expect([...values]).toEqual([...values].sort((a, b) => b - a));
  });

  it('reads the lower triangle only, and leaves the matrix as it was', () => {
    const matrix = Float64Array.of(4, 99, 1, 3);
    expect(symmetricEigen(matrix, 2).values).toBeAllClose([(7 + Math.sqrt(5)) / 2, (7 - Math.sqrt(5)) / 2]);
    expect([...matrix]).toEqual([4, 99, 1, 3]);
  });

  it('takes a diagonal matrix, zeros, and a single number', () => {
    expect([...symmetricEigen(Float64Array.of(1, 0, 0, 5), 2).values]).toEqual([5, 1]);
    expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
    expect([...symmetricEigen(Float64Array.of(-2), 1).values]).toEqual([-2]);
  });
});
