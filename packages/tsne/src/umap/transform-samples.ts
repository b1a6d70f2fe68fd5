import { ArgumentError, createRng } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { neighboursAmong } from '../neighbours/neighbours-among.ts';
import { createLayout, stepLength } from './create-layout.ts';
import { edgesOf } from './edges-of.ts';
import type { ForceTables } from './force-tables.ts';
import { memberships } from './memberships.ts';
import { smoothDistances } from './smooth-distances.ts';
import type { SparseRows } from './sparse-rows.ts';
import type { UmapSettings } from './umap-options.ts';

interface Fitted {
  readonly matrix: FloatMatrix | undefined;
  readonly points: Float32Array;
  readonly tables: ForceTables;
  readonly settings: UmapSettings;
}

const FEW = 10_000;

/**
 * Places new samples: each starts at the mean of its neighbours' points, by membership, and is then pulled and pushed by
 * the points of the fit, which stay.
 *
 * With `precomputed`, others are distances: new sample by fitted sample.
 * @see umap-learn UMAP.transform, whose smoothing leaves the nearest neighbour out of its sums; ours does not
 */
export async function transformSamples(
  { matrix: xs, points, tables, settings }: Fitted,
  others: Input,
): Promise<FloatMatrix> {
  if (!xs) throw new ArgumentError('xs', 'new samples need samples to lie among; the fit was given neighbours only');
  const matrix = toMatrix(others);
  if (matrix.columns !== xs.columns) {
    throw new ArgumentError('xs', `xs must have ${xs.columns} features like the fitted samples, got ${matrix.columns}`);
  }
  const { dims, metric, seed, negativeSamples, learningRate } = settings;
  const k = Math.min(settings.neighbourhood, xs.rows);
  const near = await neighboursAmong(matrix, xs, { k, metric });
  const localConnectivity = Math.max(0, settings.localConnectivity - 1);
  const smoothing = smoothDistances({ k, distances: near.distances, size: k, localConnectivity });
  const graph = memberships(near, smoothing);
  const epochs = Math.max(1, Math.floor(settings.epochs / (matrix.rows <= FEW ? 5 : 20 / 3)));
  const layout = await createLayout({
    ...{ dims, tables, negativeSamples, edges: edgesOf(graph, epochs) },
    ...{ points: weightedMeans(graph, points, dims), anchors: points },
    rng: createRng(seed).split('transform'),
  });
  for (let epoch = 0; epoch < epochs; epoch++) layout.runEpoch(epoch, stepLength(learningRate / 4, epoch, epochs));
  return { data: layout.points.slice(), rows: matrix.rows, columns: dims };
}

/** The points of a sample's neighbours, weighted by membership; the point of one that is equal to it. */
function weightedMeans(
  { rows, rowStart, columns, values }: SparseRows,
  points: Float32Array,
  dims: number,
): Float32Array {
  const result = new Float32Array(rows * dims);
  for (let i = 0; i < rows; i++) {
    const [from, to] = [rowStart[i] as number, rowStart[i + 1] as number];
    const equal = values.subarray(from, to).indexOf(1);
    const total = values.subarray(from, to).reduce((sum, value) => sum + value, 0);
    for (let c = 0; c < dims; c++) {
      let sum = 0;
      for (let p = from; p < to; p++)
        sum += (values[p] as number) * (points[(columns[p] as number) * dims + c] as number);
      result[i * dims + c] = equal < 0 ? sum / total : (points[(columns[from + equal] as number) * dims + c] as number);
    }
  }
  return result;
}
