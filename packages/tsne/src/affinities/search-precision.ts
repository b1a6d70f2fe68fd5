// As in scikit-learn, whose affinities ours equal.
const TOLERANCE = 1e-5;
const MOST_STEPS = 100;

/**
 * Finds the precision beta of the Gaussian exp(-beta d^2) whose entropy over the given squared distances is `entropy`.
 *
 * The step is doubled or halved until the answer lies between, then halved: so long as the distances are not all alike.
 * Writes the Gaussian, of sum one, into `out`.
 * @see van der Maaten, Hinton, "Visualizing data using t-SNE" (2008); scikit-learn `_binary_search_perplexity`
 */
export function searchPrecision(squares: ArrayLike<number>, entropy: number, out: Float64Array): number {
  let [beta, low, high] = [1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let step = 0; step < MOST_STEPS; step++) {
    const excess = gaussian(squares, beta, out) - entropy;
    if (Math.abs(excess) <= TOLERANCE) break;
    if (excess > 0) {
      low = beta;
      beta = high === Number.POSITIVE_INFINITY ? beta * 2 : (beta + high) / 2;
    } else {
      high = beta;
      beta = low === Number.NEGATIVE_INFINITY ? beta / 2 : (beta + low) / 2;
    }
  }
  return beta;
}

/** Writes the Gaussian and returns its entropy in nats. The smallest distance is taken off: no sum is ever zero. */
function gaussian(squares: ArrayLike<number>, beta: number, out: Float64Array): number {
  const count = out.length;
  const nearest = smallest(squares, count);
  let sum = 0;
  let moment = 0;
  for (let j = 0; j < count; j++) {
    const excess = (squares[j] as number) - nearest;
    const p = Math.exp(-excess * beta);
    out[j] = p;
    sum += p;
    moment += excess * p;
  }
  for (let j = 0; j < count; j++) out[j] = (out[j] as number) / sum;
  return Math.log(sum) + (beta * moment) / sum;
}

function smallest(values: ArrayLike<number>, count: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < count; j++) least = Math.min(least, values[j] as number);
  return least;
}
