import { createRng } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { checkNeighbours } from '../neighbours/check-neighbours.ts';
import { nearestNeighbours } from '../neighbours/nearest-neighbours.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import { createPace } from '../neighbours/pace.ts';
import { createLayout, stepLength } from './create-layout.ts';
import { edgesOf } from './edges-of.ts';
import { firstNeighbours } from './first-neighbours.ts';
import { fitCurve } from './fit-curve.ts';
import { forceTables } from './force-tables.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { initialPositions } from './initial-positions.ts';
import { meetTargets } from './meet-targets.ts';
import type { SparseRows } from './sparse-rows.ts';
import { transformSamples } from './transform-samples.ts';
import { checkUmapOptions, type UmapOptions, type UmapSettings } from './umap-options.ts';

/** What an epoch came to. */
export interface UmapStep {
  /** How many epochs are done. */
  readonly epoch: number;
  readonly epochs: number;
  readonly done: boolean;
}

/** A descent of UMAP under way; iterating it takes its steps, with a pause for others every tenth of a second. */
export interface UmapRun extends AsyncIterable<UmapStep> {
  /** The points so far: sample by coordinate. A copy. */
  readonly embedding: FloatMatrix;
  /** The fuzzy graph that is embedded: memberships in (0, 1], symmetric. */
  readonly graph: SparseRows;
  /** One epoch; does nothing once all are done. */
  step(): UmapStep;
  /** Where new samples come to lie among the points so far, which stay where they are. */
  transform(xs: Input): Promise<FloatMatrix>;
}

/**
 * Sets out to embed samples by UMAP: neighbours, fuzzy graph and first positions; then `step` by `step`.
 *
 * Same seed, same points. The random pushes go on from epoch to epoch, so it matters to nobody how steps are taken.
 * @throws ArgumentError if a value is not finite or an option is out of range; the signal's reason if it aborts.
 * @see McInnes, Healy, Melville, "UMAP: Uniform manifold approximation and projection" (2018), arXiv 1802.03426
 */
export async function createUmap(xs: Input, options: UmapOptions = {}): Promise<UmapRun> {
  const matrix = toMatrix(xs);
  const settings = checkUmapOptions(matrix.rows, options);
  const graph = await graphOf(matrix, settings, options);
  const rng = createRng(settings.seed);
  const points = await initialPositions(matrix, graph, { ...settings, rng: rng.split('init') });
  options.signal?.throwIfAborted();
  const { dims, epochs, learningRate, negativeSamples } = settings;
  const tables = forceTables(fitCurve(settings.spread, settings.minDist), settings.repulsion);
  const edges = edgesOf(graph, epochs);
  const layout = await createLayout({ dims, edges, points, tables, negativeSamples, rng: rng.split('layout') });
  let epoch = 0;
  const state = (): UmapStep => ({ epoch, epochs, done: epoch === epochs });
  const step = () => {
    if (epoch < epochs) layout.runEpoch(epoch, stepLength(learningRate, epoch++, epochs));
    return state();
  };
  return {
    graph,
    step,
    get embedding() {
      return { data: layout.points.slice(), rows: matrix.rows, columns: dims };
    },
    transform: (others) => transformSamples({ xs: matrix, points: layout.points, tables, settings }, others),
    async *[Symbol.asyncIterator]() {
      const pace = createPace({ signal: options.signal, onProgress: () => report(options, state()) });
      while (epoch < epochs) {
        yield step();
        await pace(epoch / epochs);
      }
      report(options, state());
    },
  };
}

function report({ onProgress }: UmapOptions, { epoch, epochs }: UmapStep): void {
  onProgress?.({ done: epoch, total: epochs, label: 'epochs' });
}

async function graphOf(xs: FloatMatrix, settings: UmapSettings, options: UmapOptions): Promise<SparseRows> {
  const graph = fuzzyGraph(await neighboursFor(xs, settings, options), settings);
  return options.targets ? meetTargets(graph, options.targets, settings.targetWeight) : graph;
}

async function neighboursFor(xs: FloatMatrix, settings: UmapSettings, options: UmapOptions): Promise<Neighbours> {
  const k = settings.neighbourhood - 1;
  const { neighbours = 'auto', signal, onProgress } = options;
  if (typeof neighbours === 'object') {
    checkNeighbours(neighbours, xs.rows, k);
    return firstNeighbours(neighbours, k);
  }
  const { metric, seed } = settings;
  return nearestNeighbours(xs, {
    ...{ k, metric, method: neighbours, seed },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
}
