import { sumPairwise } from './sum-pairwise.ts';

interface GroupTable {
  /** One row a group: how many members of each class it has. */
  readonly rows: readonly Float64Array[];
  /** How many members each class has in all. */
  readonly totals: ArrayLike<number>;
  readonly k: number;
}

// numpy.isclose: costs this close count as equal, and the fold with fewer samples wins.
const RELATIVE = 1e-5;
const ABSOLUTE = 1e-8;
// Costs that differ by rounding only: to put a group into the larger fold for so little leaves folds empty.
const ROUNDING = 1e-12;

/**
 * Gives every group the fold that leaves the folds most alike in their shares of each class.
 *
 * Exactly as scikit-learn does, to the last bit of a cost; only if that leaves a fold empty it is done anew, with costs
 * that differ by rounding taken as equal, and the last groups kept for folds that are empty still.
 */
export function spreadGroups(table: GroupTable): Uint32Array {
  const placed = spread(table, false);
  return new Set(placed).size === table.k ? placed : spread(table, true);
}

function spread({ rows, totals, k }: GroupTable, fillsAll: boolean): Uint32Array {
  const unevenness = rows.map(deviation);
  const order = [...rows.keys()].sort((a, b) => (unevenness[b] as number) - (unevenness[a] as number));
  const folds = createFolds(totals, k);
  const placed = new Uint32Array(rows.length);
  const empty = new Set(Array.from({ length: k }, (_, fold) => fold));
  for (const [position, group] of order.entries()) {
    const row = rows[group] as Float64Array;
    const mustFill = fillsAll && order.length - position <= empty.size;
    const best = folds.best(row, { tolerance: fillsAll ? ROUNDING : 0, among: mustFill ? empty : null });
    folds.add(best, row);
    empty.delete(best);
    placed[group] = best;
  }
  return placed;
}

interface Choice {
  /** Relative difference of costs below which the larger fold does not win. */
  readonly tolerance: number;
  /** The folds to choose from, or null for all. */
  readonly among: ReadonlySet<number> | null;
}

/** The folds as they fill: how many members of each class each has. */
function createFolds(totals: ArrayLike<number>, k: number) {
  const classes = totals.length;
  const counts = Array.from({ length: classes }, () => new Float64Array(k));
  const shares = Array.from({ length: classes }, () => new Float64Array(k));
  const sizes = new Float64Array(k);
  const deviations = new Float64Array(classes);
  const shareOf = (c: number, count: number) => count / (totals[c] as number);

  const costWith = (fold: number, row: Float64Array) => {
    for (let c = 0; c < classes; c++) {
      const share = shares[c] as Float64Array;
      const before = share[fold] as number;
      share[fold] = shareOf(c, ((counts[c] as Float64Array)[fold] as number) + (row[c] as number));
      deviations[c] = classes === 1 ? deviation(share) : columnDeviation(share);
      share[fold] = before;
    }
    return sumPairwise(deviations) / classes;
  };
  return {
    best(row: Float64Array, { tolerance, among }: Choice): number {
      let best = 0;
      let leastCost = Number.POSITIVE_INFINITY;
      let leastSize = Number.POSITIVE_INFINITY;
      for (let fold = 0; fold < k; fold++) {
        if (among && !among.has(fold)) continue;
        const cost = costWith(fold, row);
        const size = sizes[fold] as number;
        const isLower = cost < leastCost && !(size > leastSize && leastCost - cost < tolerance * leastCost);
        const isClose = Math.abs(cost - leastCost) <= ABSOLUTE + RELATIVE * leastCost;
        if (!isLower && !(isClose && size < leastSize)) continue;
        best = fold;
        leastCost = cost;
        leastSize = size;
      }
      return best;
    },
    add(fold: number, row: Float64Array): void {
      for (let c = 0; c < classes; c++) {
        const count = counts[c] as Float64Array;
        count[fold] = (count[fold] as number) + (row[c] as number);
        (shares[c] as Float64Array)[fold] = shareOf(c, count[fold] as number);
        sizes[fold] = (sizes[fold] as number) + (row[c] as number);
      }
    },
  };
}

/** Population standard deviation with the roundings of numpy.std along a row. */
function deviation(values: Float64Array): number {
  const centre = sumPairwise(values) / values.length;
  return Math.sqrt(sumPairwise(values.map((value) => (value - centre) * (value - centre))) / values.length);
}

/** The same with the roundings of numpy.std down a column, which is summed from top to bottom. */
function columnDeviation(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  const centre = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] as number) - centre) ** 2;
  return Math.sqrt(squares / values.length);
}
