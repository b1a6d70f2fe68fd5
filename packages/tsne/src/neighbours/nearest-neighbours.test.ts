import { ArgumentError } from '@animals/core';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FloatMatrix } from '../input/input.ts';
import { clusters } from '../testing/clusters.ts';
import { waves } from '../testing/waves.ts';
import { checkNeighbours } from './check-neighbours.ts';
import { nearestNeighbours } from './nearest-neighbours.ts';
import { neighbourRecall } from './neighbour-recall.ts';

/** Distances to the k nearest, by comparing all pairs in double precision. */
function bruteForce({ data, rows, columns }: FloatMatrix, k: number): number[] {
  return Array.from({ length: rows }, (_, i) => {
    const all = Float64Array.from({ length: rows }, (__, j) => {
      let sum = 0;
      for (let p = 0; p < columns; p++) sum += (data[i * columns + p]! - data[j * columns + p]!) ** 2;
      return j === i ? Number.POSITIVE_INFINITY : Math.sqrt(sum);
    });
    return [...all.sort().subarray(0, k)];
  }).flat();
}

const withoutWasm = () => vi.stubGlobal('WebAssembly', undefined);
afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['in WebAssembly', () => undefined],
  ['in TypeScript', withoutWasm],
])('nearestNeighbours %s', (_, setUp) => {
  // NearestNeighbors(n_neighbors=3, metric=m, algorithm='brute').fit(waves(12, 5)).kneighbors(), first four samples
  it.each([
    {
      metric: 'euclidean' as const,
      indices: [5, 10, 9, 6, 11, 10, 7, 11, 3, 8, 4, 2],
      distances: [
        0.9426913917, 1.1438761606, 1.7984253288, 0.6672821266, 0.8878225086, 1.9394557467, 0.5628127312, 1.4169896787,
        2.0588224016, 0.7849040084, 2.053411675, 2.0588224016,
      ],
    },
    {
      metric: 'cosine' as const,
      indices: [5, 10, 9, 6, 11, 10, 7, 11, 1, 8, 4, 2],
      distances: [
        0.0625051598, 0.1462731805, 0.4113923345, 0.0355821307, 0.0823447872, 0.4641268424, 0.0590640455, 0.3129283027,
        0.5926207806, 0.1012880326, 0.7091316142, 0.7309142748,
      ],
    },
  ])('agrees with scikit-learn, $metric', async ({ metric, indices, distances }) => {
    setUp();
    const graph = await nearestNeighbours(waves(12, 5), { k: 3, metric });
    expect([...graph.indices.subarray(0, 12)]).toEqual(indices);
    expect(graph.distances.subarray(0, 12)).toBeAllClose(distances, { atol: 1e-6 });
  });

  it.each([
    ['few features', clusters(300, 7, 4), 12],
    ['many features, by sketches', clusters(510, 100, 5), 9],
    ['samples far from the origin', { ...clusters(200, 6, 3), data: clusters(200, 6, 3).data.map((x) => x + 1000) }, 5],
  ])('finds what comparing all pairs finds: %s', async (__, xs, k) => {
    setUp();
    const graph = await nearestNeighbours(xs, { k, method: 'exact' });
    checkNeighbours(graph, xs.rows);
    expect(graph.distances).toBeAllClose(bruteForce(xs, k), { rtol: 2e-4 });
    expect(neighbourRecall(xs, graph)).toBe(1);
  });

  it('finds what comparing all pairs finds, whatever the samples', async () => {
    setUp();
    const rows = fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), {
      minLength: 2,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 39 }), async (xs, wanted) => {
        const k = Math.min(wanted, xs.length - 1);
        const graph = await nearestNeighbours(xs, { k });
        checkNeighbours(graph, xs.length);
        const matrix = { data: Float32Array.from(xs.flat()), rows: xs.length, columns: 2 };
        expect(graph.distances).toBeAllClose(bruteForce(matrix, k), { atol: 1e-5 });
        for (let i = 0; i < xs.length; i++) {
          expect(new Set(graph.indices.subarray(i * k, (i + 1) * k)).size).toBe(k);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds nearly all by NN-descent, the same each time for a seed', async () => {
    setUp();
    const xs = clusters(1000, 20, 10);
    const graph = await nearestNeighbours(xs, { k: 10, method: 'descent', seed: 3 });
    checkNeighbours(graph, xs.rows);
    expect(neighbourRecall(xs, graph, { sample: 200 })).toBeGreaterThan(0.97);
    expect(await nearestNeighbours(xs, { k: 10, method: 'descent', seed: 3 })).toEqual(graph);
  });

  it('finds equal samples at distance 0', async () => {
    setUp();
    const xs = Array.from({ length: 30 }, (__, i) => [i % 3, 7, 1e-3]);
    for (const method of ['exact', 'descent'] as const) {
      const { distances, indices } = await nearestNeighbours(xs, { k: 9, method });
      expect([...distances].every((distance) => distance === 0)).toBe(true);
      expect([...indices].every((j, at) => j % 3 === Math.floor(at / 9) % 3)).toBe(true);
    }
  });
});

describe('nearestNeighbours', () => {
  it('reads a square of distances by rows, equals by number', async () => {
    const square = [
      [0, 2, 1, 1],
      [5, 0, 4, 3],
      [9, 8, 0, 7],
      [1, 1, 1, 0],
    ];
    const graph = await nearestNeighbours(square, { k: 2, metric: 'precomputed' });
    expect([...graph.indices]).toEqual([2, 3, 3, 2, 3, 1, 0, 1]);
    expect([...graph.distances]).toEqual([1, 1, 3, 4, 7, 8, 1, 1]);
  });

  it('stops when it is told to, and says how far it is', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(nearestNeighbours(waves(9, 2), { k: 2, signal: stop.signal })).rejects.toThrow('enough');
    const onProgress = vi.fn();
    await nearestNeighbours(waves(9, 2), { k: 2, onProgress });
    expect(onProgress).toHaveBeenLastCalledWith({ done: 1000, total: 1000, label: 'neighbours' });
  });

  it('can be stopped half way', async () => {
    const stop = new AbortController();
    const work = nearestNeighbours(clusters(20_000, 30, 3), { k: 30, signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')));
    await expect(work).rejects.toThrow('enough');
  });

  it.each([
    ['as many neighbours as samples', [[1], [2]], { k: 2 }, /k must be an integer in \[1, 1\].*got 2/],
    ['no neighbours', [[1], [2]], { k: 0 }, /got 0/],
    ['a lone sample', [[1]], {}, /got 1/],
    ['an unknown metric', [[1], [2]], { metric: 'l1' }, /got l1/],
    ['an unknown method', [[1], [2]], { method: 'tree' }, /got tree/],
    ['zeros by angle', [[1], [0]], { metric: 'cosine' }, /no row of zeros.*sample 1/],
    ['distances that are not square', [[1, 2]], { metric: 'precomputed' }, /square.*got 1 rows of 2/],
    [
      'negative distances',
      [
        [0, -1],
        [1, 0],
      ],
      { metric: 'precomputed', k: 1 },
      /got -1 at row 0, column 1/,
    ],
    ['NaN', [[1], [Number.NaN]], {}, /finite/],
  ])('refuses %s', async (_, xs, options, message) => {
    const call = nearestNeighbours(xs, options as never);
    await expect(call).rejects.toThrow(message);
    await expect(call).rejects.toBeInstanceOf(ArgumentError);
  });
});

describe('neighbourRecall', () => {
  const xs = [[0], [1], [3], [7]];

  it('counts the true ones', () => {
    const graph = { k: 1, indices: Uint32Array.of(1, 0, 0, 2), distances: Float32Array.of(1, 1, 3, 4) };
    expect(neighbourRecall(xs, graph)).toBe(0.75);
  });

  it.each([
    ['itself', { k: 1, indices: Uint32Array.of(0, 0, 1, 2), distances: new Float32Array(4) }, /got 0 for sample 0/],
    ['nobody', { k: 1, indices: Uint32Array.of(9, 0, 1, 2), distances: new Float32Array(4) }, /got 9 for sample 0/],
    ['too few', { k: 2, indices: Uint32Array.of(9, 0, 1, 2), distances: new Float32Array(4) }, /4 \* 2/],
    ['NaN', { k: 1, indices: Uint32Array.of(1, 0, 1, 2), distances: Float32Array.of(0, Number.NaN, 0, 0) }, /got NaN/],
    [
      'disorder',
      { k: 2, indices: Uint32Array.of(1, 2, 0, 2, 0, 1, 0, 1), distances: Float32Array.of(2, 1, 1, 1, 1, 1, 1, 1) },
      /ascending/,
    ],
  ])('refuses a graph with %s', (_, graph, message) => {
    expect(() => neighbourRecall(xs, graph)).toThrow(message);
  });

  it('refuses a sample larger than there is', () => {
    const graph = { k: 1, indices: Uint32Array.of(1, 0, 0, 2), distances: Float32Array.of(1, 1, 3, 4) };
    expect(() => neighbourRecall(xs, graph, { sample: 5 })).toThrow(/\[1, 4\], got 5/);
  });
});
