import type { RankedRow } from './ranked-row.ts';

/** How well classes lie apart in an embedding. */
export interface LabelScores {
  /** Share of samples whose class most of their nearest points have, their own left out; ties go to the lower class. */
  readonly labelAccuracy: number;
  /** Mean over samples of (b - a) / max(a, b), a the mean distance to the own class, b to the nearest other; in [-1, 1]. */
  readonly silhouette: number;
}

/** Adds up, row by row, what classes lie around samples. */
export interface LabelTally {
  add(i: number, distances: Float32Array, ranked: RankedRow): void;
  scores(): LabelScores;
}

/** A tally of `rows` samples for classes 0 to `classes` - 1, and votes of the k nearest. */
export function createLabelTally(
  labels: Uint32Array,
  { rows, classes, k }: { rows: number; classes: number; k: number },
): LabelTally {
  const sizes = new Uint32Array(classes);
  for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
  const votes = new Uint32Array(classes);
  const sums = new Float64Array(classes);
  let [right, widths] = [0, 0];
  const add = (i: number, distances: Float32Array, { order }: RankedRow) => {
    votes.fill(0);
    for (let p = 0; p < k; p++) {
      const label = labels[order[p] as number] as number;
      votes[label] = (votes[label] as number) + 1;
    }
    if (votes.indexOf(Math.max(...votes)) === labels[i]) right++;
    sums.fill(0);
    for (let j = 0; j < labels.length; j++) {
      if (j !== i) sums[labels[j] as number] = (sums[labels[j] as number] as number) + (distances[j] as number);
    }
    widths += width(sums, sizes, labels[i] as number);
  };
  return { add, scores: () => ({ labelAccuracy: right / rows, silhouette: widths / rows }) };
}

/** Rousseeuw's silhouette of one sample; 0 for one that is alone in its class. */
function width(sums: Float64Array, sizes: Uint32Array, own: number): number {
  const count = sizes[own] as number;
  if (count === 1) return 0;
  const a = (sums[own] as number) / (count - 1);
  let b = Number.POSITIVE_INFINITY;
  sums.forEach((sum, label) => {
    if (label !== own) b = Math.min(b, sum / (sizes[label] as number));
  });
  const most = Math.max(a, b);
  return most > 0 ? (b - a) / most : 0;
}
