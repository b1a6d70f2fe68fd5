import { ArgumentError } from '@animals/core';
import type { Affinities } from '../affinities/affinities.ts';
import { affinitiesOf } from '../affinities/affinities-of.ts';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { checkNeighbours } from '../neighbours/check-neighbours.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import { rowSpace } from '../products/row-space.ts';
import { initialPositions } from './initial-positions.ts';
import { perplexitiesOf } from './perplexities-of.ts';
import { PRESETS } from './presets.ts';
import type { TsneOptions } from './tsne-options.ts';
import { tsneSettings } from './tsne-settings.ts';
import type { TsneState } from './tsne-state.ts';

// Up to this many samples comparing all pairs is quicker than a tree.
const FEW = { 2: 500, 3: 700 };
// Affinities of all pairs of so many samples take 2 GB.
const MOST_DENSE = 22_000;
const LEAST_SAMPLES = 4;
// The space of more samples takes longer to find than it saves.
const MOST_IN_OWN_SPACE = 500;

/** A descent that has not begun, and the samples it is of, if they have features. */
export interface PreparedTsne {
  readonly state: TsneState;
  readonly matrix: FloatMatrix | undefined;
}

/** Finds neighbours, affinities and starting positions. */
export async function prepareTsne(xs: Input | Neighbours, options: TsneOptions): Promise<PreparedTsne> {
  options.signal?.throwIfAborted();
  const graph = givenNeighbours(xs, options);
  const given = 'k' in xs ? undefined : toMatrix(xs);
  const samples = given?.rows ?? graph!.distances.length / graph!.k;
  if (samples < LEAST_SAMPLES) {
    throw new ArgumentError('xs', `xs must hold at least ${LEAST_SAMPLES} samples, got ${samples}`);
  }
  const settings = tsneSettings(samples, options);
  const perplexities = perplexitiesOf(samples, options.perplexity);
  if (graph) checkGraph(graph, samples, perplexities);
  const dense = isDense(samples, options, { dims: settings.dims, graph });
  const matrix = options.metric === 'precomputed' ? undefined : given;
  const near = matrix && isWide(matrix, options) ? await rowSpace(matrix) : matrix;
  const positions = await initialPositions({ matrix: near, samples, dims: settings.dims }, options);
  const { spareNeighbours } = PRESETS[settings.preset];
  const source = { from: graph ?? near ?? given!, samples, perplexities, dense, spareNeighbours };
  return { state: startOf(settings, await affinitiesOf(source, options), positions), matrix };
}

/** Whether the samples' own space is much smaller than that of their features, and soon found. */
function isWide({ rows, columns }: FloatMatrix, { metric = 'euclidean' }: TsneOptions): boolean {
  return metric === 'euclidean' && rows <= MOST_IN_OWN_SPACE && columns >= 4 * rows;
}

function givenNeighbours(xs: Input | Neighbours, { metric, neighbours }: TsneOptions): Neighbours | undefined {
  const graph = typeof neighbours === 'object' ? neighbours : undefined;
  if (!('k' in xs)) return graph;
  for (const [name, value] of Object.entries({ metric, neighbours })) {
    if (value === undefined) continue;
    throw new ArgumentError(name, `${name} has no effect on neighbours that are given; leave it out`);
  }
  return xs;
}

function checkGraph(graph: Neighbours, samples: number, perplexities: readonly number[]): void {
  checkNeighbours(graph, samples);
  const largest = Math.max(...perplexities);
  if (largest < graph.k) return;
  const rule = `below the number of neighbours of a sample, ${graph.k}`;
  throw new ArgumentError('perplexity', `perplexity must be ${rule}, got ${largest}; a third of them is usual`);
}

interface Case {
  readonly dims: 2 | 3;
  readonly graph: Neighbours | undefined;
}

function isDense(samples: number, { method = 'auto' }: TsneOptions, { dims, graph }: Case): boolean {
  if (method === 'auto') return graph === undefined && samples <= FEW[dims];
  if (method !== 'exact' && method !== 'barnes-hut') {
    throw new ArgumentError('method', `method must be 'auto', 'exact' or 'barnes-hut', got ${String(method)}`);
  }
  if (method === 'exact' && samples > MOST_DENSE) {
    const most = `at most ${MOST_DENSE} samples, got ${samples}; use 'barnes-hut'`;
    throw new ArgumentError('method', `method 'exact' takes ${most}`);
  }
  return method === 'exact';
}

function startOf(settings: TsneState['settings'], affinities: Affinities, positions: Float32Array): TsneState {
  return {
    version: 1,
    settings,
    iteration: 0,
    phase: 0,
    ended: null,
    best: { kl: Number.MAX_VALUE, iteration: 0 },
    positions,
    velocity: new Float32Array(positions.length),
    gains: new Float32Array(positions.length).fill(1),
    affinities,
  };
}
