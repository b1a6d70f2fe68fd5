import { ArgumentError, type OnProgress } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { checkDistances } from '../neighbours/check-distances.ts';
import type { Metric } from '../neighbours/neighbours.ts';

/** Options of `embeddingQuality`. */
export interface QualityOptions {
  /** Size of the neighbourhoods, in [1, n / 2). Default 15, or the most there may be. */
  readonly k?: number;
  /** That of the samples; points are always compared by euclidean distance. Default `euclidean`. */
  readonly metric?: Metric | 'precomputed';
  /** Classes of the samples: numbers or names. */
  readonly labels?: ArrayLike<number | string>;
  /** How many nearest points vote, in [1, n - 1]. Default 5, or n - 1. */
  readonly votes?: number;
  /** How many samples are looked at, each among all, in [1, n]. Default all up to 2,000, else 1,000. */
  readonly sample?: number;
  /** How many samples' mutual distances are compared, in [3, n], at most 2,000. Default 1,000, or all. */
  readonly pairsOf?: number;
  /** Of sampling, and of the random embedding. Default 0. */
  readonly seed?: number;
  readonly signal?: AbortSignal;
  /** Called about ten times a second, and at the end; must not throw. */
  readonly onProgress?: OnProgress;
}

/** The options with their defaults, checked. */
export interface QualitySettings {
  readonly k: number;
  readonly metric: Metric | 'precomputed';
  readonly votes: number;
  readonly sample: number;
  readonly pairsOf: number;
  readonly seed: number;
}

const MANY = 2000;

/** @throws ArgumentError if an option is out of range, or samples and points do not fit together. */
export function checkQualityOptions(xs: FloatMatrix, ys: FloatMatrix, options: QualityOptions): QualitySettings {
  const n = xs.rows;
  if (ys.rows !== n) throw new ArgumentError('ys', `ys must have a point for each of ${n} samples, got ${ys.rows}`);
  if (n < 4) throw new ArgumentError('xs', `xs must hold at least four samples, got ${n}`);
  const { metric = 'euclidean', seed = 0, labels } = options;
  if (!['euclidean', 'cosine', 'precomputed'].includes(metric)) {
    throw new ArgumentError('metric', `metric must be 'euclidean', 'cosine' or 'precomputed', got ${metric}`);
  }
  if (metric === 'precomputed') checkDistances(xs);
  const most = Math.ceil(n / 2) - 1;
  const k = whole('k', options.k ?? Math.min(15, most), [1, most]);
  if (options.votes !== undefined && !labels) {
    throw new ArgumentError('votes', `votes has no effect without labels, got ${options.votes}; leave it out`);
  }
  const votes = whole('votes', options.votes ?? Math.min(5, n - 1), [1, n - 1]);
  const sample = whole('sample', options.sample ?? (n <= MANY ? n : MANY / 2), [1, n]);
  const pairsOf = whole('pairsOf', options.pairsOf ?? Math.min(1000, n), [3, Math.min(n, MANY)]);
  return { k, metric, votes, sample, pairsOf, seed };
}

function whole(name: string, value: number, [from, to]: readonly [number, number]): number {
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new ArgumentError(name, `${name} must be an integer in [${from}, ${to}], got ${value}`);
}
