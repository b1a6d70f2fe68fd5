import { ArgumentError, type OwnMatrix } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { innerProducts } from '../products/inner-products.ts';
import { rowsOf, samplesOf } from '../products/operand.ts';
import type { ProductKernel } from '../products/product-kernel.ts';

/** Principal components of samples, and what they make of these and of others. */
export interface Pca {
  /** Scores of the samples: sample by component. */
  readonly embedding: OwnMatrix;
  /** Directions: component by feature, each of length 1, orthogonal to the others, the one of most variance first. */
  readonly components: OwnMatrix;
  /** Mean of each feature. */
  readonly mean: Float64Array;
  /** Variance along each component, of n - 1 degrees of freedom. */
  readonly explainedVariance: Float64Array;
  /** The same as shares of the variance of all features; 0 for samples that do not vary. */
  readonly explainedVarianceRatio: Float64Array;
  /** Of the centred samples, one a component. */
  readonly singularValues: Float64Array;
  /** Scores of other samples. */
  transform(xs: Input): OwnMatrix;
  /** The samples that scores stand for, less what lies outside the components. */
  inverseTransform(scores: Input): OwnMatrix;
}

/** What a fit found. */
interface PcaFit {
  readonly mean: Float64Array;
  readonly components: Float64Array;
  readonly explainedVariance: Float64Array;
  readonly totalVariance: number;
  readonly whiten: boolean;
}

export function createPcaModel(kernel: ProductKernel, xs: FloatMatrix, fit: PcaFit): Pca {
  const { mean, components, explainedVariance, totalVariance, whiten } = fit;
  const [rows, columns] = [explainedVariance.length, xs.columns];
  const scales = explainedVariance.map((variance) => (whiten && variance > 0 ? Math.sqrt(variance) : 1));
  const scores = (matrix: FloatMatrix): OwnMatrix => {
    const data = innerProducts(kernel, samplesOf(matrix, mean), rowsOf(components, columns));
    for (let at = 0; at < data.length; at++) data[at] = (data[at] as number) / (scales[at % rows] as number);
    return { data, rows: matrix.rows, columns: rows };
  };
  return {
    embedding: scores(xs),
    components: { data: components, rows, columns },
    mean,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map((part) => (totalVariance > 0 ? part / totalVariance : 0)),
    singularValues: explainedVariance.map((variance) => Math.sqrt(variance * (xs.rows - 1))),
    transform: (others) => scores(withColumns(toMatrix(others), columns, 'xs')),
    inverseTransform: (others) => {
      const matrix = withColumns(toMatrix(others, 'scores'), rows, 'scores');
      return rebuild(matrix, { mean, components, scales });
    },
  };
}

function withColumns(matrix: FloatMatrix, columns: number, parameter: string): FloatMatrix {
  if (matrix.columns === columns) return matrix;
  const rule = `${parameter} must have ${columns} columns like the fit`;
  throw new ArgumentError(parameter, `${rule}, got ${matrix.columns}`);
}

type Basis = Pick<PcaFit, 'mean' | 'components'> & { readonly scales: Float64Array };

function rebuild({ data, rows, columns }: FloatMatrix, { mean, components, scales }: Basis): OwnMatrix {
  const width = mean.length;
  const result = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    const out = result.subarray(i * width, (i + 1) * width);
    out.set(mean);
    for (let c = 0; c < columns; c++) {
      const score = (data[i * columns + c] as number) * (scales[c] as number);
      for (let j = 0; j < width; j++) out[j] = (out[j] as number) + score * (components[c * width + j] as number);
    }
  }
  return { data: result, rows, columns: width };
}
