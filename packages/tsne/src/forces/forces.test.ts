import { ArgumentError, createRng } from '@animals/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DenseAffinities, SparseAffinities } from '../affinities/affinities.ts';
import { klDivergence } from '../tsne/kl-divergence.ts';
import { createForces, type ForceOptions } from './create-forces.ts';
import type { ForceProblem, Forces } from './forces.ts';

/** Clusters of points, as t-SNE makes them. */
function cloud(n: number, dims: number, seed = 0): Float32Array {
  const rng = createRng(seed);
  return Float32Array.from(
    { length: n * dims },
    (_, i) => 12 * Math.sin(7 * (Math.floor(i / dims) % 9) + (i % dims)) + rng.normal(),
  );
}

const dense = memoise((n: number): DenseAffinities => {
  const rng = createRng(1);
  const stride = Math.ceil(n / 4) * 4;
  const values = new Float32Array(n * stride);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) values[i * stride + j] = values[j * stride + i] = rng.uniform();
  }
  const total = values.reduce((sum, value) => sum + value, 0);
  return { kind: 'dense', rows: n, stride, values: values.map((value) => value / total) };
});

function memoise<T>(make: (n: number) => T): (n: number) => T {
  const made = new Map<number, T>();
  return (n) => made.get(n) ?? made.set(n, make(n)).get(n)!;
}

/** The same affinities, row by row. */
function asSparse({ rows, stride, values }: DenseAffinities): SparseAffinities {
  const rowStart = Uint32Array.from({ length: rows + 1 }, (_, i) => i * stride);
  const columns = Uint32Array.from({ length: rows * stride }, (_, e) => Math.min(e % stride, rows - 1));
  return { kind: 'sparse', rows, rowStart, columns, values };
}

async function run(problem: ForceProblem, positions: Float32Array, options: ForceOptions = {}) {
  const forces = await createForces(problem, options);
  forces.positions.set(positions);
  const z = forces.compute();
  forces.dispose();
  return { ...forces, z };
}

/** sum p r d - sum w r d / Z, times 2 (dof + 1) / dof: the gradient of the divergence. */
const gradient = ({ attraction, repulsion, z }: Forces & { z: number }, dof: number) =>
  Array.from(attraction, (value, i) => ((2 * (dof + 1)) / dof) * (value - (repulsion[i] as number) / z));

function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [error, size] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    error += ((actual[i] as number) - (expected[i] as number)) ** 2;
    size += (expected[i] as number) ** 2;
  }
  return Math.sqrt(error / size);
}

const everyCase = (['wasm', 'plain'] as const).flatMap((kernels) =>
  ([2, 3] as const).flatMap((dims) => [0.5, 1, 2].map((dof) => [kernels, dims, dof] as const)),
);

describe('forces', () => {
  it.each(everyCase)(
    'are the gradient of the divergence: %s, %i dimensions, %d degrees',
    async (kernels, dims, dof) => {
      const affinities = dense(23);
      const problem = { affinities, dims, degreesOfFreedom: dof, theta: 0 };
      const positions = cloud(23, dims).map((value) => value / 8);
      const computed = gradient(await run(problem, positions, { kernels }), dof);
      // Central differences in double precision: similarity is (1 + d^2 / dof)^-((dof + 1) / 2).
      const kl = (at: ArrayLike<number>) => {
        let z = 0;
        for (let i = 0; i < 23; i++) {
          for (let j = 0; j < 23; j++) {
            let d2 = 0;
            for (let d = 0; d < dims; d++) d2 += ((at[i * dims + d] as number) - (at[j * dims + d] as number)) ** 2;
            if (i !== j) z += (1 + d2 / dof) ** (-(dof + 1) / 2);
          }
        }
        return klDivergence(affinities, { positions: at as Float32Array, dims, degreesOfFreedom: dof, z });
      };
      const expected = Array.from(positions, (value, i) => {
        const at = Float64Array.from(positions);
        at[i] = value + 1e-5;
        const above = kl(at);
        at[i] = value - 1e-5;
        return (above - kl(at)) / 2e-5;
      });
      expect(relativeError(computed, expected)).toBeLessThan(1e-5);
      for (let d = 0; d < dims; d++) {
        const total = computed.reduce((sum, value, i) => (i % dims === d ? sum + value : sum), 0);
        expect(Math.abs(total)).toBeLessThan(1e-6);
      }
    },
  );

  it.each(everyCase)(
    'agree between tree at angle 0 and all pairs: %s, %i dimensions, %d degrees',
    async (kernels, dims, dof) => {
      const affinities = dense(203);
      const positions = cloud(203, dims);
      const settings = { dims, degreesOfFreedom: dof, theta: 0 };
      const all = await run({ ...settings, affinities }, positions, { kernels });
      const tree = await run({ ...settings, affinities: asSparse(affinities) }, positions, { kernels });
      expect(relativeError(tree.repulsion, all.repulsion)).toBeLessThan(1e-5);
      expect(relativeError(tree.attraction, all.attraction)).toBeLessThan(1e-5);
      expect(Math.abs(tree.z / all.z - 1)).toBeLessThan(1e-5);
    },
  );

  it.each(everyCase)('are near the truth at angle 0.5: %s, %i dimensions, %d degrees', async (kernels, dims, dof) => {
    const affinities = dense(801);
    const positions = cloud(801, dims);
    const settings = { dims, degreesOfFreedom: dof };
    const all = await run({ ...settings, theta: 0, affinities }, positions);
    const tree = await run({ ...settings, theta: 0.5, affinities: asSparse(affinities) }, positions, { kernels });
    expect(relativeError(tree.repulsion, all.repulsion)).toBeLessThan(0.04);
    expect(relativeError(tree.repulsion, all.repulsion)).toBeGreaterThan(1e-6);
    expect(Math.abs(tree.z / all.z - 1)).toBeLessThan(0.015);
  });

  it.each([2, 3] as const)('take points on one spot, in one line, and far away: %i dimensions', async (dims) => {
    const affinities = dense(400);
    const problem = { affinities: asSparse(affinities), dims, degreesOfFreedom: 1, theta: 0.5 };
    const spots: Record<string, (i: number) => number> = {
      'one spot': () => 3,
      'two spots': (i) => (Math.floor(i / dims) % 2) * 5,
      line: (i) => (i % dims === 0 ? i / 100 : 0),
      outlier: (i) => (i < dims ? 1e6 : (i % 89) / 100),
    };
    for (const [name, place] of Object.entries(spots)) {
      const positions = Float32Array.from({ length: 400 * dims }, (_, i) => place(i));
      const tree = await run(problem, positions);
      const all = await run({ ...problem, affinities }, positions);
      expect([...tree.repulsion, tree.z].every(Number.isFinite), name).toBe(true);
      expect(Math.abs(tree.z / all.z - 1), name).toBeLessThan(0.02);
    }
  });

  it('have the same bits with any number of threads', async () => {
    for (const affinities of [dense(601), asSparse(dense(601))]) {
      const problem = { affinities, dims: 2, degreesOfFreedom: 1, theta: 0.5 } as const;
      const alone = await run(problem, cloud(601, 2), { threads: 1 });
      const team = await createForces(problem, { threads: 3 });
      expect(team.threads).toBe(3);
      team.positions.set(cloud(601, 2));
      for (let round = 0; round < 200; round++) {
        team.attraction.fill(0);
        team.repulsion.fill(0);
        expect(team.compute()).toBe(alone.z);
        // Lets the others come up, so that later rounds are shared.
        if (round % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
        if (!team.repulsion.every((value, i) => value === alone.repulsion[i]))
          throw new Error(`round ${round} differs`);
        if (!team.attraction.every((value, i) => value === alone.attraction[i]))
          throw new Error(`round ${round} differs`);
      }
      team.dispose();
    }
  });

  it.each(['wasm', 'plain'] as const)(
    'of fixed points on moving ones are those of a sum over the fixed: %s',
    async (kernels) => {
      for (const dims of [2, 3] as const) {
        const fixed = cloud(301, dims, 5);
        const moving = cloud(7, dims, 6);
        const rowStart = Uint32Array.from({ length: 8 }, (_, i) => 4 * i);
        const columns = Uint32Array.from({ length: 28 }, (_, e) => (e * 37) % 301);
        const values = Float32Array.from({ length: 28 }, (_, e) => (e + 1) / 100);
        const affinities: SparseAffinities = { kind: 'sparse', rows: 7, rowStart, columns, values };
        const result = await run({ affinities, dims, degreesOfFreedom: 1, theta: 0, fixed }, moving, { kernels });
        for (let i = 0; i < 7; i++) {
          const delta = (j: number, d: number) => (moving[i * dims + d] as number) - (fixed[j * dims + d] as number);
          const weight = (j: number) =>
            1 / (1 + [0, 1, 2].slice(0, dims).reduce((sum, d) => sum + delta(j, d) ** 2, 0));
          let share = 0;
          for (let j = 0; j < 301; j++) share += weight(j);
          expect((result.share[i] as number) / share).toBeCloseTo(1, 5);
          for (let d = 0; d < dims; d++) {
            let [push, pull] = [0, 0];
            for (let j = 0; j < 301; j++) push += weight(j) ** 2 * delta(j, d);
            for (let e = 4 * i; e < 4 * i + 4; e++) {
              const j = columns[e] as number;
              pull += (values[e] as number) * weight(j) * delta(j, d);
            }
            expect(result.repulsion[i * dims + d]).toBeCloseTo(push, 3);
            expect(result.attraction[i * dims + d]).toBeCloseTo(pull, 5);
          }
        }
      }
    },
  );
});

describe('createForces', () => {
  afterEach(() => vi.unstubAllGlobals());
  const problem = { affinities: dense(9), dims: 2, degreesOfFreedom: 1, theta: 0.5 } as const;

  it('falls back to TypeScript without vectors, unless kernels are asked for', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    expect((await createForces(problem)).kernels).toBe('plain');
    await expect(createForces(problem, { kernels: 'wasm' })).rejects.toThrow(ArgumentError);
  });

  it('works alone where memory cannot be shared', async () => {
    vi.stubGlobal('SharedArrayBuffer', undefined);
    expect((await createForces(problem, { threads: 4 })).threads).toBe(1);
  });

  it('refuses numbers of threads that are none', async () => {
    await expect(createForces(problem, { threads: 0 })).rejects.toThrow(ArgumentError);
    await expect(createForces(problem, { threads: 1.5 })).rejects.toThrow(ArgumentError);
  });
});
