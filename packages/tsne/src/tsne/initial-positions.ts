import { ArgumentError, createRng, populationSd } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { pca } from '../pca/pca.ts';
import type { TsneOptions } from './tsne-options.ts';

// Small, so that early exaggeration can move every point anywhere.
const DEVIATION = 1e-4;
// Above this many multiplications the whole spectrum takes longer than the descent; two components are soon found.
const MUCH = 2e9;

/** What the points are placed by. */
export interface LayoutTask {
  /** Samples by features; none for neighbours or distances that were given. */
  readonly matrix: FloatMatrix | undefined;
  readonly samples: number;
  readonly dims: number;
}

/**
 * Where the points of an embedding start.
 *
 * Principal components are scaled until the first has deviation 1e-4. Where samples have fewer, or do not vary, chance
 * fills in.
 * @see Kobak, Linderman, "Initialization is critical for preserving global data structure" (2021)
 */
export async function initialPositions(task: LayoutTask, options: TsneOptions): Promise<Float32Array> {
  const { init = task.matrix ? 'pca' : 'random', seed = 0 } = options;
  if (typeof init !== 'string') return givenPositions(task, init);
  const rng = createRng(seed).split('init');
  const positions = Float32Array.from({ length: task.samples * task.dims }, () => rng.normal(0, DEVIATION));
  if (init === 'random') return positions;
  if (init !== 'pca') {
    throw new ArgumentError('init', `init must be 'pca', 'random' or coordinates, got '${String(init)}'`);
  }
  if (!task.matrix) {
    throw new ArgumentError(
      'init',
      "init 'pca' needs samples with features, not distances or neighbours; use 'random'",
    );
  }
  await placeByComponents(positions, task.matrix, { dims: task.dims, seed });
  return positions;
}

function givenPositions({ samples, dims }: LayoutTask, init: Input): Float32Array {
  const { data, rows, columns } = toMatrix(init, 'init');
  if (rows === samples && columns === dims) return data.slice();
  const wanted = `${samples} points of ${dims} coordinates`;
  throw new ArgumentError('init', `init must be ${wanted}, got ${rows} of ${columns}`);
}

async function placeByComponents(
  positions: Float32Array,
  matrix: FloatMatrix,
  { dims, seed }: { dims: number; seed: number },
) {
  const { rows, columns } = matrix;
  const components = Math.min(dims, rows, columns);
  const large = rows * columns * Math.min(rows, columns) > MUCH;
  const { embedding } = await pca(matrix, { components, ...(large && { method: 'randomised', seed }) });
  const { data } = embedding;
  const sd = populationSd(data.filter((_, at) => at % components === 0));
  if (!(sd > 0)) return;
  for (let at = 0; at < data.length; at++) {
    positions[Math.floor(at / components) * dims + (at % components)] = (data[at]! / sd) * DEVIATION;
  }
}
