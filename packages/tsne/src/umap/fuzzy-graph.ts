import type { Neighbours } from '../neighbours/neighbours.ts';
import { fuzzyUnion } from './fuzzy-union.ts';
import { memberships } from './memberships.ts';
import { smoothDistances } from './smooth-distances.ts';
import type { SparseRows } from './sparse-rows.ts';

/** How neighbours become a fuzzy graph. */
export interface FuzzyOptions {
  readonly localConnectivity: number;
  readonly mixRatio: number;
}

/** Symmetric memberships of samples in each other's neighbourhoods, in (0, 1]. */
export function fuzzyGraph(neighbours: Neighbours, { localConnectivity, mixRatio }: FuzzyOptions): SparseRows {
  const { k, distances } = neighbours;
  const smoothing = smoothDistances({ k, distances, size: k + 1, localConnectivity });
  return fuzzyUnion(memberships(neighbours, smoothing), mixRatio);
}
