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
// Costs that differ by rounding only: to put a group into the larger fold for so little would leave folds empty.
const ROUNDING = 1e-12;

/** Gives every group the fold that leaves the folds most alike in their shares of each class. */
export function spreadGroups({ rows, totals, k }: GroupTable): Uint32Array {
  const unevenness = rows.map(deviation);
  const order = [...rows.keys()].sort((a, b) => (unevenness[b] as number) - (unevenness[a] as number));
  const folds = Array.from({ length: k }, () => new Float64Array(totals.length));
  const placed = new Uint32Array(rows.length);
  for (const group of order) {
    const row = rows[group] as Float64Array;
    const best = bestFold(folds, row, totals);
    add(folds[best] as Float64Array, row);
    placed[group] = best;
  }
  return placed;
}

function bestFold(folds: readonly Float64Array[], row: Float64Array, totals: ArrayLike<number>): number {
  let best = 0;
  let leastCost = Number.POSITIVE_INFINITY;
  let leastSize = Number.POSITIVE_INFINITY;
  for (const [i, fold] of folds.entries()) {
    const grown = add(Float64Array.from(fold), row);
    const cost = costOf(folds.with(i, grown), totals);
    const size = sum(fold);
    const isLower = cost < leastCost && !(size > leastSize && leastCost - cost < ROUNDING * leastCost);
    const isClose = Math.abs(cost - leastCost) <= ABSOLUTE + RELATIVE * leastCost;
    if (isLower || (isClose && size < leastSize)) {
      best = i;
      leastCost = cost;
      leastSize = size;
    }
  }
  return best;
}

/** Mean over the classes of how much the folds' shares of that class deviate. */
function costOf(folds: readonly Float64Array[], totals: ArrayLike<number>): number {
  let cost = 0;
  for (let c = 0; c < totals.length; c++) {
    cost += deviation(Float64Array.from(folds, (fold) => (fold[c] as number) / (totals[c] as number)));
  }
  return cost / totals.length;
}

/** Population standard deviation, summed from left to right like numpy's, so that ties fall as in scikit-learn. */
function deviation(values: Float64Array): number {
  const centre = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - centre) * (value - centre))) / values.length);
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function add(target: Float64Array, row: Float64Array): Float64Array {
  for (let c = 0; c < row.length; c++) target[c] = (target[c] as number) + (row[c] as number);
  return target;
}
