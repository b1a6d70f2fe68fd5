import type { RankedRow } from './ranked-row.ts';

/** How well an embedding keeps what is near, all in [0, 1] or, by chance, a little below 0. */
export interface NearnessScores {
  /** 1 unless samples become neighbours that were far apart (Venna and Kaski 2001). Chance: about 0.5. */
  readonly trustworthiness: number;
  /** 1 unless neighbours are torn apart (Venna and Kaski 2001). Chance: about 0.5. */
  readonly continuity: number;
  /** Share of the k nearest samples that stay among the k nearest. Chance: k / (n - 1). */
  readonly neighbourPreservation: number;
  /** Mean of `rnx` with weights 1 / k: how well neighbourhoods of all sizes are kept, small ones counting more. Chance: 0. */
  readonly rnxAuc: number;
  /** R_NX(k) for k from 1 to n - 2: kept neighbours beyond chance (Lee et al. 2013). */
  readonly rnx: Float64Array;
}

/** Adds up, row by row, how ranks differ between samples and embedding. */
export interface QualityTally {
  add(original: RankedRow, embedded: RankedRow): void;
  scores(): NearnessScores;
}

/** A tally of `rows` samples, each ranked among n, for neighbourhoods of k. */
export function createTally(rows: number, n: number, k: number): QualityTally {
  /** How many pairs have that rank on one side, and none above on the other. */
  const kept = new Float64Array(n);
  let [intrusions, extrusions] = [0, 0];
  const add = (original: RankedRow, embedded: RankedRow) => {
    for (let p = 0; p < k; p++) {
      intrusions += Math.max(0, (original.ranks[embedded.order[p] as number] as number) - k);
      extrusions += Math.max(0, (embedded.ranks[original.order[p] as number] as number) - k);
    }
    for (let j = 0; j < n; j++) {
      const rank = Math.max(original.ranks[j] as number, embedded.ranks[j] as number);
      kept[rank] = (kept[rank] as number) + 1;
    }
  };
  const scores = () => {
    const scale = 2 / (rows * k * (2 * n - 3 * k - 1));
    const overlaps = cumulative(kept);
    const overlap = (size: number) => (overlaps[size] as number) / (rows * size);
    const rnx = Float64Array.from({ length: n - 2 }, (_, at) => {
      const size = at + 1;
      return ((n - 1) * overlap(size) - size) / (n - 1 - size);
    });
    return {
      trustworthiness: 1 - scale * intrusions,
      continuity: 1 - scale * extrusions,
      neighbourPreservation: overlap(k),
      rnxAuc: weightedMean(rnx),
      rnx,
    };
  };
  return { add, scores };
}

function cumulative(counts: Float64Array): Float64Array {
  const sums = new Float64Array(counts.length);
  // Rank 0 is each sample itself.
  for (let rank = 1; rank < counts.length; rank++) sums[rank] = (sums[rank - 1] as number) + (counts[rank] as number);
  return sums;
}

function weightedMean(rnx: Float64Array): number {
  let [sum, weights] = [0, 0];
  rnx.forEach((value, at) => {
    sum += value / (at + 1);
    weights += 1 / (at + 1);
  });
  return sum / weights;
}
