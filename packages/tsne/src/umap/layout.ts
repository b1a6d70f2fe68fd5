import type { Rng } from '@animals/core';
import type { ForceTables } from './force-tables.ts';

/**
 * Points on their way: each epoch pulls the ends of edges together, an edge as often as its weight says, and pushes the
 * head of each pulled edge from some random points.
 */
export interface Layout {
  /** The points that move, changed by every epoch. */
  readonly points: Float32Array;
  /** Goes one epoch on; epochs are numbered from 0. */
  runEpoch(epoch: number, alpha: number): void;
}

/** What a layout is made of. */
export interface LayoutTask {
  readonly dims: number;
  readonly edges: Edges;
  /** Where heads start. */
  readonly points: Float32Array;
  /** Where tails and random points are, if they stay; else heads and tails are the same points, and both move. */
  readonly anchors?: Float32Array;
  readonly tables: ForceTables;
  /** Random points a pull. */
  readonly negativeSamples: number;
  /** A fresh stream. */
  readonly rng: Rng;
}

/** Pairs that belong together. */
export interface Edges {
  readonly heads: Int32Array;
  readonly tails: Int32Array;
  /** After how many epochs each is pulled again; at least 1. */
  readonly periods: Float64Array;
}
