import { ArgumentError } from '../errors.ts';
import { copyMatrix, type Matrix, type OwnMatrix, type Samples } from './matrix.ts';

/** Means and deviations of features, and what they do to samples. */
export interface StandardScaler {
  /** One a feature. */
  readonly mean: Float64Array;
  /** Population standard deviation, one a feature; 0 for one that does not vary. */
  readonly sd: Float64Array;
  /**
   * Samples with every feature shifted by its mean and divided by its sd; a feature with sd 0 becomes 0.
   * @throws ArgumentError if the samples have another number of features.
   */
  transform(xs: Samples): OwnMatrix;
}

// A constant column's computed sd is a rounding error of its mean, not 0.
const ROUNDING = 10 * Number.EPSILON;

/**
 * Measures the features of samples, so that these and later ones can be put on one scale.
 *
 * @throws ArgumentError if there are no samples, rows differ in length, or a value is not finite.
 * @see scikit-learn StandardScaler
 */
export function fitStandardScaler(xs: Samples): StandardScaler {
  const matrix = copyMatrix(xs);
  const mean = columnMeans(matrix);
  const sd = columnDeviations(matrix, mean);
  return { mean, sd, transform: (others) => standardised(copyMatrix(others), { mean, sd }) };
}

/** Samples on the scale of their own features: `fitStandardScaler(xs).transform(xs)`. */
export function standardise(xs: Samples): OwnMatrix {
  return fitStandardScaler(xs).transform(xs);
}

function columnMeans({ data, rows, columns }: Matrix): Float64Array {
  const mean = new Float64Array(columns);
  for (let i = 0; i < data.length; i++) {
    const j = i % columns;
    mean[j] = (mean[j] as number) + (data[i] as number) / rows;
  }
  return mean;
}

function columnDeviations({ data, rows, columns }: Matrix, mean: Float64Array): Float64Array {
  const variance = new Float64Array(columns);
  for (let i = 0; i < data.length; i++) {
    const j = i % columns;
    variance[j] = (variance[j] as number) + ((data[i] as number) - (mean[j] as number)) ** 2 / rows;
  }
  return variance.map((value, j) => {
    const sd = Math.sqrt(value);
    return sd <= ROUNDING * Math.abs(mean[j] as number) ? 0 : sd;
  });
}

function standardised(own: OwnMatrix, { mean, sd }: Pick<StandardScaler, 'mean' | 'sd'>): OwnMatrix {
  const { data, columns } = own;
  if (columns !== mean.length) {
    throw new ArgumentError('xs', `xs must have ${mean.length} features like the fitted samples, got ${columns}`);
  }
  for (let i = 0; i < data.length; i++) {
    const j = i % columns;
    const scale = sd[j] as number;
    data[i] = scale === 0 ? 0 : ((data[i] as number) - (mean[j] as number)) / scale;
  }
  return own;
}
