import { createRng } from '@animals/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { nearestNeighbours } from '../neighbours/nearest-neighbours.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import { waves } from '../testing/waves.ts';
import { fitCurve } from './fit-curve.ts';
import { forceTables } from './force-tables.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { meetTargets } from './meet-targets.ts';
import { plainLayout } from './plain-layout.ts';
import { smoothDistances } from './smooth-distances.ts';
import type { SparseRows } from './sparse-rows.ts';

// umap-learn 0.5.3, umap.umap_, x = waves(12, 5):
// i, d = the 4 nearest of each sample, itself included (numpy.argsort of scikit-learn's pairwise_distances)
// g, sigmas, rhos, _ = fuzzy_simplicial_set(x, 4, RandomState(0), 'euclidean', knn_indices=i, knn_dists=d,
//                                           set_op_mix_ratio=mix, return_dists=False)
const SIGMAS = [
  0.6479034424, 0.857421875, 1.6505737305, 1.833984375, 1.6638183594, 0.611831665, 0.7563171387, 1.5254211426,
  1.5478515625, 1.6464233398, 0.7557678223, 0.4452514648,
];
const RHOS = [
  0.9426913857, 0.6672821045, 0.5628127456, 0.7849040031, 0.700447917, 0.6987934113, 0.6672821045, 0.5628127456,
  0.7849040031, 0.700447917, 0.6987934113, 0.8878225088,
];

let neighbours: Neighbours;
beforeAll(async () => {
  neighbours = await nearestNeighbours(waves(12, 5), { k: 3 });
});

function row({ rowStart, columns, values }: SparseRows, i: number) {
  const [from, to] = [rowStart[i]!, rowStart[i + 1]!];
  return { columns: [...columns.subarray(from, to)], values: values.subarray(from, to) };
}

const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);

describe('smoothDistances', () => {
  it('finds the scales that umap-learn finds', () => {
    const { rhos, sigmas } = smoothDistances({ k: 3, distances: neighbours.distances, size: 4, localConnectivity: 1 });
    expect(rhos).toBeAllClose(RHOS, { rtol: 1e-6 });
    expect(sigmas).toBeAllClose(SIGMAS, { rtol: 2e-5 });
  });

  // local_connectivity=1.5
  it('interpolates a connectivity between two neighbours', () => {
    const { rhos, sigmas } = smoothDistances({
      k: 3,
      distances: neighbours.distances,
      size: 4,
      localConnectivity: 1.5,
    });
    expect(rhos.subarray(0, 3)).toBeAllClose([1.0432838202, 0.7775523067, 0.989901185], { rtol: 1e-6 });
    expect(sigmas.subarray(0, 3)).toBeAllClose([0.4625701904, 0.6335144043, 1.0065612793], { rtol: 5e-5 });
  });

  it('makes memberships sum up to the logarithm of the size', () => {
    const { rhos, sigmas } = smoothDistances({ k: 3, distances: neighbours.distances, size: 4, localConnectivity: 1 });
    for (let i = 0; i < 12; i++) {
      const own = neighbours.distances.subarray(i * 3, i * 3 + 3);
      expect(own.reduce((total, d) => total + Math.exp(-Math.max(0, d - rhos[i]!) / sigmas[i]!), 0)).toBeCloseTo(2, 4);
    }
  });

  it('gives equal samples a scale of their own, above 0', () => {
    const distances = Float32Array.of(0, 0, 0, 0, 1, 2);
    const { rhos, sigmas } = smoothDistances({ k: 3, distances, size: 4, localConnectivity: 1 });
    expect([...rhos]).toEqual([0, 1]);
    expect(sigmas[0]).toBeCloseTo((1e-3 * 3) / 8, 9);
  });
});

describe('fuzzyGraph', () => {
  it('has the memberships that umap-learn has', () => {
    const graph = fuzzyGraph(neighbours, { localConnectivity: 1, mixRatio: 1 });
    expect(graph.values.length).toBe(42);
    expect(sum(graph.values)).toBeCloseTo(31.0033436, 3);
    expect(row(graph, 0).columns).toEqual([5, 9, 10]);
    expect(row(graph, 0).values).toBeAllClose([1, 0.6432173252, 0.8811964393], { atol: 2e-5 });
    expect(row(graph, 5).columns).toEqual([0, 6, 9, 10]);
    expect(row(graph, 5).values).toBeAllClose([1, 0.3287677467, 0.4867016077, 1], { atol: 2e-5 });
  });

  it('mixes union and intersection as umap-learn does', () => {
    const graph = fuzzyGraph(neighbours, { localConnectivity: 1, mixRatio: 0.3 });
    expect(sum(graph.values)).toBeCloseTo(21.1986828, 3);
    expect(row(graph, 0).values).toBeAllClose([0.7698645592, 0.2888761461, 0.5491195917], { atol: 2e-5 });
  });

  it('is symmetric, and keeps only pairs that are neighbours both ways where it intersects', () => {
    const graph = fuzzyGraph(neighbours, { localConnectivity: 1, mixRatio: 0 });
    for (let i = 0; i < 12; i++) {
      const { columns, values } = row(graph, i);
      columns.forEach((j, p) => {
        const back = row(graph, j);
        expect(back.values[back.columns.indexOf(i)]).toBe(values[p]);
        expect(neighbours.indices.subarray(i * 3, i * 3 + 3)).toContain(j);
      });
    }
  });
});

describe('meetTargets', () => {
  // discrete_metric_simplicial_set_intersection(g, y, far_dist=2.5 / (1 - 0.5)), y = [0, 1, 0, 1, 0, 1, 0, 1, -1, 1, 0, 1]
  it('weakens memberships across classes as umap-learn does', () => {
    const graph = fuzzyGraph(neighbours, { localConnectivity: 1, mixRatio: 1 });
    const met = meetTargets(graph, [0, 1, 0, 1, 0, 1, 0, 1, -1, 1, 0, 1], 0.5);
    expect(met.values.length).toBe(42);
    expect(sum(met.values)).toBeCloseTo(18.0104675, 3);
    expect(row(met, 0).values).toBeAllClose([0.0213846043, 0.0137792416, 1], { atol: 1e-6 });
    expect(row(met, 8).values).toBeAllClose([1, 1, 1], { atol: 1e-6 });
  });

  it('cuts classes apart at weight 1', () => {
    const graph = fuzzyGraph(neighbours, { localConnectivity: 1, mixRatio: 1 });
    const met = meetTargets(
      graph,
      Array.from({ length: 12 }, (_, i) => i % 2),
      1,
    );
    for (let i = 0; i < 12; i++) expect(row(met, i).columns.every((j) => j % 2 === i % 2)).toBe(true);
  });
});

describe('fitCurve', () => {
  // umap.umap_.find_ab_params(spread, min_dist)
  it.each([
    [1, 0.1, 1.5769434602, 0.895060878],
    [1, 0.5, 0.5830300205, 1.334166993],
    [1, 0, 1.9328083976, 0.7904949735],
    [2, 0.25, 0.4162734965, 0.9218551322],
    [1.5, 0.9, 0.1348302793, 1.4474608979],
  ])('fits spread %d and least distance %d as scipy does', (spread, minDist, a, b) => {
    expect(Object.values(fitCurve(spread, minDist))).toBeAllClose([a, b], { rtol: 1e-5 });
  });
});

describe('plainLayout', () => {
  const curve = { a: 1.577, b: 0.895 };
  const tables = forceTables(curve, 1);

  it('pulls two points by the gradient of the log of the curve', () => {
    const edges = { heads: Int32Array.of(0), tails: Int32Array.of(1), periods: Float64Array.of(1) };
    const task = {
      dims: 2,
      edges,
      points: Float32Array.of(0, 0, 1.5, 0),
      tables,
      negativeSamples: 5,
      rng: createRng(0),
    };
    const layout = plainLayout(task);
    layout.runEpoch(1, 1e-3);
    const near = (d: number) => Math.log(1 / (1 + curve.a * d ** (2 * curve.b)));
    const gradient = (near(1.5 + 1e-5) - near(1.5 - 1e-5)) / 2e-5;
    expect(layout.points[2]! - 1.5).toBeCloseTo(1e-3 * gradient, 6);
  });

  it('reads forces off its tables to five digits', () => {
    const { a, b } = curve;
    const edges = { heads: Int32Array.of(0), tails: Int32Array.of(1), periods: Float64Array.of(1) };
    for (const d of [1e-3, 0.03, 0.7, 2.1, 9, 300]) {
      const points = Float32Array.of(0, 0, d, 0);
      const layout = plainLayout({ dims: 2, edges, points, tables, negativeSamples: 1, rng: createRng(0) });
      layout.runEpoch(1, 1);
      const force = Math.min(4, (2 * a * b * d ** (2 * b - 1)) / (1 + a * d ** (2 * b)));
      expect([layout.points[0]!]).toBeAllClose([force], { rtol: 2e-5 });
    }
  });
});
