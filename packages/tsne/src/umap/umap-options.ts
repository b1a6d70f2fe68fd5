import { ArgumentError, type OnProgress } from '@animals/core';
import type { Input } from '../input/input.ts';
import type { Metric, NeighbourMethod, Neighbours } from '../neighbours/neighbours.ts';

/** Options of `createUmap` and `umap`. */
export interface UmapOptions {
  /** Coordinates of the embedding. Default 2. */
  readonly dims?: 2 | 3;
  /** Samples in a neighbourhood, itself included (umap-learn's `n_neighbors`), in [2, n]. Default 15, or n. */
  readonly neighbourhood?: number;
  /** How near points of the embedding come to each other, in [0, spread]. Default 0.1. */
  readonly minDist?: number;
  /** The scale of the embedding, above 0. Default 1. */
  readonly spread?: number;
  /** Default `euclidean`. `precomputed`: `xs` is a square matrix of distances, read by rows. */
  readonly metric?: Metric | 'precomputed';
  /** How neighbours are found, or those that `nearestNeighbours` found. Default `auto`. */
  readonly neighbours?: NeighbourMethod | Neighbours;
  /** 1 counts pairs that are neighbours either way, 0 both ways; between them a mixture. Default 1. */
  readonly mixRatio?: number;
  /** How many neighbours of a sample are in its neighbourhood for sure. Default 1. */
  readonly localConnectivity?: number;
  /** Classes that are to lie apart, one a sample, whole numbers, -1 for unknown. This shows the classes, not the data. */
  readonly targets?: ArrayLike<number>;
  /** How much the targets count, in [0, 1]. Default 0.5. */
  readonly targetWeight?: number;
  /** Where points start: by the graph's spectrum (components, where it falls apart), by components, chance, or coordinates. */
  readonly init?: 'spectral' | 'pca' | 'random' | Input;
  /** Default 500 up to 10,000 samples, else 200. */
  readonly epochs?: number;
  /** First length of a step; it falls to 0. Default 1. */
  readonly learningRate?: number;
  /** Points that are pushed away for each that is pulled. Default 5. */
  readonly negativeSamples?: number;
  /** Weight of a push. Default 1. */
  readonly repulsion?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Rejects what is under way. */
  readonly signal?: AbortSignal;
  /** Called about ten times a second, and at the end; must not throw. */
  readonly onProgress?: OnProgress;
}

/** The numbers among the options, with their defaults. */
export type UmapSettings = Required<
  Pick<
    UmapOptions,
    | 'dims'
    | 'neighbourhood'
    | 'minDist'
    | 'spread'
    | 'metric'
    | 'mixRatio'
    | 'localConnectivity'
    | 'targetWeight'
    | 'init'
    | 'epochs'
    | 'learningRate'
    | 'negativeSamples'
    | 'repulsion'
    | 'seed'
  >
>;

const FEW = 10_000;

/** @throws ArgumentError if an option is out of its range for so many samples, or has no effect. */
export function checkUmapOptions(rows: number, options: UmapOptions): UmapSettings {
  if (rows < 3) throw new ArgumentError('xs', `xs must hold at least three samples, got ${rows}`);
  const settings: UmapSettings = {
    dims: options.dims ?? 2,
    neighbourhood: options.neighbourhood ?? Math.min(15, rows),
    minDist: options.minDist ?? Math.min(0.1, options.spread ?? 1),
    spread: options.spread ?? 1,
    metric: options.metric ?? 'euclidean',
    mixRatio: options.mixRatio ?? 1,
    localConnectivity: options.localConnectivity ?? 1,
    targetWeight: options.targetWeight ?? 0.5,
    init: options.init ?? 'spectral',
    epochs: options.epochs ?? (rows <= FEW ? 500 : 200),
    learningRate: options.learningRate ?? 1,
    negativeSamples: options.negativeSamples ?? 5,
    repulsion: options.repulsion ?? 1,
    seed: options.seed ?? 0,
  };
  checkRanges(rows, settings);
  checkTargets(rows, options);
  return settings;
}

function checkRanges(rows: number, settings: UmapSettings): void {
  const { dims, neighbourhood, minDist, spread, epochs, negativeSamples } = settings;
  must('dims', dims === 2 || dims === 3, '2 or 3', dims);
  const whole = Number.isInteger(neighbourhood);
  must(
    'neighbourhood',
    whole && neighbourhood >= 2 && neighbourhood <= rows,
    `an integer in [2, ${rows}]`,
    neighbourhood,
  );
  must('spread', spread > 0 && spread < Number.POSITIVE_INFINITY, 'above 0', spread);
  must('minDist', minDist >= 0 && minDist <= spread, `in [0, spread], [0, ${spread}]`, minDist);
  must('epochs', Number.isInteger(epochs) && epochs >= 1, 'an integer of at least 1', epochs);
  must(
    'negativeSamples',
    Number.isInteger(negativeSamples) && negativeSamples >= 1,
    'an integer of at least 1',
    negativeSamples,
  );
  for (const name of ['mixRatio', 'targetWeight'] as const) {
    must(name, settings[name] >= 0 && settings[name] <= 1, 'in [0, 1]', settings[name]);
  }
  for (const name of ['learningRate', 'repulsion', 'localConnectivity'] as const) {
    must(
      name,
      settings[name] >= 0 && settings[name] < Number.POSITIVE_INFINITY,
      'finite and at least 0',
      settings[name],
    );
  }
}

function checkTargets(rows: number, { targets, targetWeight }: UmapOptions): void {
  if (targets === undefined) {
    must('targetWeight', targetWeight === undefined, 'left out without targets', targetWeight);
    return;
  }
  must('targets', targets.length === rows, `one a sample, ${rows}`, targets.length);
  const bad = Array.from(targets).findIndex((target) => !Number.isInteger(target) || target < -1);
  must('targets', bad < 0, 'whole numbers of at least -1', targets[bad]);
}

function must(parameter: string, holds: boolean, rule: string, value: unknown): void {
  if (!holds) throw new ArgumentError(parameter, `${parameter} must be ${rule}, got ${String(value)}`);
}
