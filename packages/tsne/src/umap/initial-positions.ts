import { ArgumentError, type Rng } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { pca } from '../pca/pca.ts';
import { isConnected } from './is-connected.ts';
import type { SparseRows } from './sparse-rows.ts';
import { spectralLayout } from './spectral-layout.ts';
import type { UmapSettings } from './umap-options.ts';

/** Length of the sides of the box that points start in, and the noise that parts equal ones. */
const BOX = 10;
const NOISE = 1e-4;

type InitialTask = Pick<UmapSettings, 'init' | 'dims'> & { readonly rng: Rng };

/** Where points start, in a box of side 10 but for given coordinates, which stay as they are. */
export async function initialPositions(
  xs: FloatMatrix | undefined,
  graph: SparseRows,
  { init, dims, rng }: InitialTask,
): Promise<Float32Array> {
  if (typeof init !== 'string') return givenPositions(init, graph.rows, dims);
  const rough = Float64Array.from(await roughPositions(xs, graph, { init, dims, rng }));
  const most = rough.reduce((size, x) => Math.max(size, Math.abs(x)), 0) || 1;
  for (let at = 0; at < rough.length; at++) rough[at] = (BOX * (rough[at] as number)) / most + rng.normal(0, NOISE);
  return boxed(rough, dims);
}

async function roughPositions(
  xs: FloatMatrix | undefined,
  graph: SparseRows,
  { init, dims, rng }: InitialTask,
): Promise<ArrayLike<number>> {
  switch (init) {
    case 'random':
      return randomPositions(graph.rows, dims, rng);
    case 'spectral':
      if (graph.rows > dims + 1 && isConnected(graph)) return spectralLayout(graph, dims, rng);
      return xs ? scores(xs, dims) : randomPositions(graph.rows, dims, rng);
    case 'pca':
      if (xs) return scores(xs, dims);
      throw new ArgumentError('init', "init 'pca' needs samples with features, not neighbours; use 'spectral'");
    default:
      throw new ArgumentError('init', `init must be 'spectral', 'pca', 'random' or positions, got ${String(init)}`);
  }
}

function randomPositions(rows: number, dims: number, rng: Rng): Float64Array {
  return Float64Array.from({ length: rows * dims }, () => rng.uniform(-1, 1));
}

/** Principal components, and zeros where there are fewer than coordinates. */
async function scores(xs: FloatMatrix, dims: number): Promise<Float64Array> {
  const axes = Math.min(dims, xs.rows, xs.columns);
  const { embedding } = await pca(xs, { components: axes });
  const spread = new Float64Array(xs.rows * dims);
  for (let i = 0; i < xs.rows; i++) spread.set(embedding.data.subarray(i * axes, (i + 1) * axes), i * dims);
  return spread;
}

function givenPositions(init: Exclude<UmapSettings['init'], string>, rows: number, dims: number): Float32Array {
  const matrix = toMatrix(init, 'init');
  if (matrix.rows !== rows || matrix.columns !== dims) {
    const rule = `init must hold ${dims} coordinates for each of ${rows} samples`;
    throw new ArgumentError('init', `${rule}, got ${matrix.rows} rows of ${matrix.columns}`);
  }
  return matrix.data.slice();
}

/** Each coordinate stretched to [0, 10]. */
function boxed(points: Float64Array, dims: number): Float32Array {
  const low = new Float64Array(dims).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(dims).fill(Number.NEGATIVE_INFINITY);
  points.forEach((x, at) => {
    low[at % dims] = Math.min(low[at % dims] as number, x);
    high[at % dims] = Math.max(high[at % dims] as number, x);
  });
  return Float32Array.from(points, (x, at) => {
    const [from, to] = [low[at % dims] as number, high[at % dims] as number];
    return to > from ? (BOX * (x - from)) / (to - from) : 0;
  });
}
