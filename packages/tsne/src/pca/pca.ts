import { createRng } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { columnMeans } from '../products/column-means.ts';
import { loadProductKernel } from '../products/product-kernel.ts';
import { fixSigns } from './fix-signs.ts';
import { fullAxes } from './full-axes.ts';
import { createPcaModel, type Pca } from './pca-model.ts';
import { checkPcaOptions, type PcaOptions } from './pca-options.ts';
import { randomisedAxes } from './randomised-axes.ts';

/**
 * Principal components: the orthogonal directions along which samples vary most, and the samples' scores on them.
 *
 * `xs` is samples by features. Of D features and n samples the smaller side decides the cost: D by D covariances, or
 * n by n inner products (200 pictures of 46,128 values take a fraction of a second). Signs: the largest absolute weight
 * of each component is positive, as scikit-learn's `svd_flip` with `u_based_decision=False` has it since 1.5.
 * @throws ArgumentError if there are fewer than two samples, a value is not finite, or an option is out of range.
 * @see Jolliffe, "Principal Component Analysis" (2002); scikit-learn PCA
 */
export async function pca(xs: Input, options: PcaOptions = {}): Promise<Pca> {
  const matrix = toMatrix(xs);
  const { components: count, method, whiten, seed, ...random } = checkPcaOptions(matrix, options);
  const kernel = await loadProductKernel();
  const mean = columnMeans(matrix);
  const { squares, directions } =
    method === 'full'
      ? fullAxes(kernel, matrix, { count, mean })
      : randomisedAxes(kernel, matrix, { count, mean, rng: createRng(seed).split('pca'), ...random });
  fixSigns(directions, matrix.columns);
  const explainedVariance = squares.map((square) => Math.max(square, 0) / (matrix.rows - 1));
  const totalVariance = sumOfSquares(matrix, mean) / (matrix.rows - 1);
  const fit = { mean, components: directions, explainedVariance, totalVariance, whiten };
  return createPcaModel(kernel, matrix, fit);
}

function sumOfSquares({ data, columns }: FloatMatrix, mean: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < data.length; at += columns) {
    for (let j = 0; j < columns; j++) sum += ((data[at + j] as number) - (mean[j] as number)) ** 2;
  }
  return sum;
}
