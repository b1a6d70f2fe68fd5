import { ArgumentError } from '../errors.ts';
import { createLbfgs } from './create-lbfgs.ts';
import { fitStandardScaler, type StandardScaler } from './fit-standard-scaler.ts';
import { logisticLoss } from './logistic-loss.ts';
import { type LogisticModel, logisticModel } from './logistic-model.ts';
import { copyMatrix, type Samples } from './matrix.ts';

/** How to fit a logistic regression. */
export interface LogisticOptions {
  /** Weight of half the squared weights beside the summed loss, from 0; scikit-learn's C is `1 / l2`. */
  readonly l2?: number;
  readonly maxIterations?: number;
  /** Stops when no component of the gradient of the mean objective is larger. */
  readonly tolerance?: number;
  /** Puts every feature on mean 0 and sd 1 first; the model still takes samples as they are. */
  readonly standardise?: boolean;
  /** Looked at before every iteration. */
  readonly signal?: AbortSignal;
}

/**
 * Fits a linear classifier: binary logistic regression for two classes, softmax regression for more.
 *
 * Minimises `sum of cross-entropies + l2 / 2 * |weights|^2` by L-BFGS from zero, intercepts unpenalised; with
 * `standardise` the penalty acts on the weights of standardised features. Deterministic. `ys`: class of each sample,
 * 0 to k - 1, each class at least once. A `signal` ends the call only if it is aborted beforehand or by the same thread.
 * @throws ArgumentError if the samples are ragged or not finite, the classes break that rule, or an option its range.
 * @see scikit-learn LogisticRegression(C=1 / l2), whose optimum this is.
 */
export function logisticRegression(
  xs: Samples,
  ys: ArrayLike<number>,
  { l2 = 1, maxIterations = 1000, tolerance = 1e-8, standardise = false, signal }: LogisticOptions = {},
): LogisticModel {
  checkOptions({ l2, maxIterations, tolerance });
  const scaler = standardise ? fitStandardScaler(xs) : null;
  const matrix = scaler ? scaler.transform(xs) : copyMatrix(xs);
  const { labels, classes } = checkClasses(ys, matrix.rows);
  const outputs = classes === 2 ? 1 : classes;
  const shape = { outputs, columns: matrix.columns };
  const lbfgs = createLbfgs(
    logisticLoss({ xs: matrix, ys: labels, outputs, l2 }),
    new Float64Array(outputs * (matrix.columns + 1)),
  );
  let iterations = 0;
  let state = lbfgs.state();
  while (state.slope > tolerance && state.moved && iterations < maxIterations) {
    signal?.throwIfAborted();
    state = lbfgs.step();
    if (state.moved) iterations++;
  }
  const point = scaler ? inOwnUnits(lbfgs.point, scaler, shape) : lbfgs.point;
  return logisticModel(point, { ...shape, iterations, converged: state.slope <= tolerance });
}

function checkOptions({
  l2,
  maxIterations,
  tolerance,
}: {
  l2: number;
  maxIterations: number;
  tolerance: number;
}): void {
  if (!(l2 >= 0 && Number.isFinite(l2))) throw new ArgumentError('l2', `l2 must be finite and from 0, got ${l2}`);
  if (!Number.isSafeInteger(maxIterations) || maxIterations < 1) {
    throw new ArgumentError('maxIterations', `maxIterations must be an integer from 1, got ${maxIterations}`);
  }
  if (!(tolerance > 0)) throw new ArgumentError('tolerance', `tolerance must be above 0, got ${tolerance}`);
}

function checkClasses(ys: ArrayLike<number>, rows: number): { labels: Uint32Array; classes: number } {
  if (ys.length !== rows)
    throw new ArgumentError('ys', `ys must hold one class for each of ${rows} samples, got ${ys.length}`);
  const seen = new Set<number>();
  for (let i = 0; i < rows; i++) {
    const y = ys[i] as number;
    if (!Number.isInteger(y) || y < 0) throw new ArgumentError('ys', `ys must be integers from 0, got ${y} at ${i}`);
    seen.add(y);
  }
  const classes = Math.max(...seen) + 1;
  if (classes < 2) throw new ArgumentError('ys', 'ys must name at least two classes, got only class 0');
  if (seen.size < classes) {
    const missing = Array.from({ length: seen.size + 1 }, (_, y) => y).find((y) => !seen.has(y));
    throw new ArgumentError('ys', `ys must hold each class from 0 to ${classes - 1}, got none of class ${missing}`);
  }
  return { labels: Uint32Array.from(ys), classes };
}

/** Turns weights of standardised features into the weights of the features themselves that give the same scores. */
function inOwnUnits(
  point: Float64Array,
  { mean, sd }: StandardScaler,
  { outputs, columns }: { outputs: number; columns: number },
): Float64Array {
  const own = Float64Array.from(point);
  for (let k = 0; k < outputs; k++) {
    const intercept = outputs * columns + k;
    for (let j = 0; j < columns; j++) {
      const scale = sd[j] as number;
      const weight = scale === 0 ? 0 : (point[k * columns + j] as number) / scale;
      own[k * columns + j] = weight;
      own[intercept] = (own[intercept] as number) - weight * (mean[j] as number);
    }
  }
  return own;
}
