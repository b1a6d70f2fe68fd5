import { createRng } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';

const solve = (costs: readonly (readonly number[])[]) =>
  assign(costs.length, costs[0]!.length, (row, into) => into.set(costs[row] as number[]));
const sum = (costs: readonly (readonly number[])[]) =>
  [...solve(costs)].reduce((total, column, row) => total + (costs[row]?.[column] as number), 0);
const table = (rows: number, columns: number, factor: number, modulus: number) =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: columns }, (_, j) => ((i * columns + j) * factor) % modulus),
  );

describe('assign', () => {
  it("finds scipy's least sum", () => {
    // C = np.arange(20).reshape(4, 5) * 7919 % 97; linear_sum_assignment(C)
    expect([...solve(table(4, 5, 7919, 97))]).toEqual([0, 3, 1, 4]);
    // C = np.arange(1200).reshape(30, 40) * 7919**2 % 9973; C[linear_sum_assignment(C)].sum()
    expect(sum(table(30, 40, 7919 ** 2, 9973))).toBe(10230);
  });

  it('beats every permutation of a small table', () => {
    const rng = createRng(8);
    const permute = (rest: readonly number[]): number[][] =>
      rest.length === 0 ? [[]] : rest.flatMap((j) => permute(rest.filter((k) => k !== j)).map((tail) => [j, ...tail]));
    for (let round = 0; round < 20; round++) {
      const costs = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => rng.normal()));
      const sums = permute([0, 1, 2, 3, 4]).map((order) => order.reduce((a, j, i) => a + costs[i]![j]!, 0));
      expect(sum(costs)).toBeCloseTo(Math.min(...sums), 12);
    }
  });

  it('gives each row a column of its own, also where all costs are the same', () => {
    expect([...solve(table(6, 6, 0, 1))].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
