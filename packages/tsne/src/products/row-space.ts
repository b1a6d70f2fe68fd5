import { symmetricEigen } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { columnMeans } from './column-means.ts';
import { innerProducts } from './inner-products.ts';
import { samplesOf } from './operand.ts';
import { loadProductKernel } from './product-kernel.ts';

/**
 * Samples in coordinates of the space that they span, at most as many as there are samples.
 *
 * Differences between samples, and so euclidean distances and principal components, are as before; pictures have many
 * times more features than there are pictures, and every later pass over them costs as many times less.
 */
export async function rowSpace(xs: FloatMatrix): Promise<FloatMatrix> {
  const { rows } = xs;
  const samples = samplesOf(xs, columnMeans(xs));
  const products = innerProducts(await loadProductKernel(), samples, samples);
  const { values, vectors } = symmetricEigen(products, rows);
  const data = new Float32Array(rows * rows);
  for (let c = 0; c < rows; c++) {
    const scale = Math.sqrt(Math.max(0, values[c] as number));
    for (let i = 0; i < rows; i++) data[i * rows + c] = (vectors[c * rows + i] as number) * scale;
  }
  return { data, rows, columns: rows };
}
