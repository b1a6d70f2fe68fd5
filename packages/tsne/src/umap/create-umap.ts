import { ArgumentError, createRng } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { checkNeighbours } from '../neighbours/check-neighbours.ts';
import { nearestNeighbours } from '../neighbours/nearest-neighbours.ts';
import type { NeighbourMethod, Neighbours } from '../neighbours/neighbours.ts';
import { createPace } from '../neighbours/pace.ts';
import { createLayout, stepLength } from './create-layout.ts';
import { edgesOf } from './edges-of.ts';
import { firstNeighbours } from './first-neighbours.ts';
import { fitCurve } from './fit-curve.ts';
import { type ForceTables, forceTables } from './force-tables.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { initialPositions } from './initial-positions.ts';
import type { Layout } from './layout.ts';
import { meetTargets } from './meet-targets.ts';
import type { SparseRows } from './sparse-rows.ts';
import { transformSamples } from './transform-samples.ts';
import { checkUmapOptions, type UmapOptions, type UmapSettings } from './umap-options.ts';

/** What an epoch came to. */
export interface UmapStep {
  /** How many epochs are done. */
  readonly epoch: number;
  readonly done: boolean;
}

/** A descent of UMAP under way: the caller decides when to take a step. */
export interface UmapRun extends AsyncIterable<UmapStep> {
  readonly samples: number;
  /** How many epochs are done, and how many there are to be. */
  readonly epoch: number;
  readonly epochs: number;
  /** The fuzzy graph that is embedded: memberships in (0, 1], symmetric. */
  readonly graph: SparseRows;
  /** The embedding as it is, a copy: sample by coordinate. */
  embedding(): FloatMatrix;
  /** One epoch; does nothing once all are done. */
  step(): UmapStep;
  /**
   * Where new samples come to lie among the points as they are, which stay.
   * @throws ArgumentError if they have other features, or the run was given neighbours only.
   */
  transform(xs: Input): Promise<FloatMatrix>;
  /** The remaining steps; lets other work of this thread in between, every tenth of a second. */
  [Symbol.asyncIterator](): AsyncGenerator<UmapStep, void>;
}

/**
 * Sets out to embed samples by UMAP: neighbours, fuzzy graph and first positions; then `step` by `step`.
 *
 * `xs` is samples by features, distances with metric `precomputed`, or neighbours. Same seed, same points, on every
 * machine with the same `Math.pow` and `Math.exp`, with or without WebAssembly.
 * @throws ArgumentError if a value is not finite or an option is out of range; the signal's reason if it aborts.
 * @see McInnes, Healy, Melville, "UMAP: Uniform manifold approximation and projection" (2018), arXiv 1802.03426
 */
export async function createUmap(xs: Input | Neighbours, options: UmapOptions = {}): Promise<UmapRun> {
  options.signal?.throwIfAborted();
  const source = sourceOf(xs);
  const settings = checkUmapOptions(source.samples, options);
  const graph = await graphOf(source, settings, options);
  const rng = createRng(settings.seed);
  const { dims, epochs, negativeSamples } = settings;
  const points = await initialPositions(source.matrix, graph, { ...settings, rng: rng.split('init') });
  const tables = forceTables(fitCurve(settings.spread, settings.minDist), settings.repulsion);
  const edges = edgesOf(graph, epochs);
  const layout = await createLayout({ dims, edges, points, tables, negativeSamples, rng: rng.split('layout') });
  options.signal?.throwIfAborted();
  return runOf(layout, { ...source, graph, tables, settings }, options);
}

/** Samples, unless only their neighbours were given. */
interface Source {
  readonly samples: number;
  readonly matrix: FloatMatrix | undefined;
  readonly neighbours: Neighbours | undefined;
}

function sourceOf(xs: Input | Neighbours): Source {
  if ('k' in xs) return { samples: xs.indices.length / xs.k, matrix: undefined, neighbours: xs };
  const matrix = toMatrix(xs);
  return { samples: matrix.rows, matrix, neighbours: undefined };
}

interface Fit extends Source {
  readonly graph: SparseRows;
  readonly tables: ForceTables;
  readonly settings: UmapSettings;
}

function runOf(layout: Layout, fit: Fit, { signal, onProgress }: UmapOptions): UmapRun {
  const { samples, matrix, graph, tables, settings } = fit;
  const { dims, epochs, learningRate } = settings;
  let epoch = 0;
  const step = () => {
    if (epoch < epochs) layout.runEpoch(epoch, stepLength(learningRate, epoch++, epochs));
    return { epoch, done: epoch === epochs };
  };
  const report = () => onProgress?.({ done: epoch, total: epochs, label: 'epochs' });
  return {
    ...{ samples, epochs, graph, step },
    get epoch() {
      return epoch;
    },
    embedding: () => ({ data: layout.points.slice(), rows: samples, columns: dims }),
    transform: (others) => transformSamples({ matrix, points: layout.points, tables, settings }, others),
    async *[Symbol.asyncIterator]() {
      const pace = createPace({ signal, onProgress: report });
      while (epoch < epochs) {
        yield step();
        await pace(epoch / epochs);
      }
      report();
    },
  };
}

async function graphOf(source: Source, settings: UmapSettings, options: UmapOptions): Promise<SparseRows> {
  const graph = fuzzyGraph(await neighboursFor(source, settings, options), settings);
  return options.targets ? meetTargets(graph, options.targets, settings.targetWeight) : graph;
}

async function neighboursFor(source: Source, settings: UmapSettings, options: UmapOptions): Promise<Neighbours> {
  const k = settings.neighbourhood - 1;
  const { neighbours = 'auto', signal, onProgress } = options;
  const given = source.neighbours ?? (typeof neighbours === 'object' ? neighbours : undefined);
  if (given) {
    if (source.neighbours) refuseUnused(options);
    checkNeighbours(given, source.samples, k);
    return firstNeighbours(given, k);
  }
  const { metric, seed } = settings;
  return nearestNeighbours(source.matrix as FloatMatrix, {
    ...{ k, metric, method: neighbours as NeighbourMethod, seed },
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
}

function refuseUnused({ metric, neighbours }: UmapOptions): void {
  for (const [name, value] of Object.entries({ metric, neighbours })) {
    if (value === undefined) continue;
    throw new ArgumentError(name, `${name} has no effect on neighbours that are given; leave it out`);
  }
}
