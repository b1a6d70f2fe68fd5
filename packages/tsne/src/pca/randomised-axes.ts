import { type Rng, symmetricEigen } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { innerProducts } from '../products/inner-products.ts';
import { featuresOf, type Operand, rowsOf, samplesOf } from '../products/operand.ts';
import type { ProductKernel } from '../products/product-kernel.ts';
import { orthonormalise } from './orthonormalise.ts';
import type { AxesTask, PrincipalAxes } from './principal-axes.ts';

interface RandomisedTask extends AxesTask {
  readonly oversamples: number;
  readonly powerIterations: number;
  readonly rng: Rng;
}

/**
 * The first directions only: random combinations of the features, sharpened by power iterations, span them well.
 *
 * @see Halko, Martinsson, Tropp, "Finding structure with randomness" (2011), algorithms 4.4 and 5.1
 */
export function randomisedAxes(kernel: ProductKernel, xs: FloatMatrix, task: RandomisedTask): PrincipalAxes {
  const { count, mean, oversamples, powerIterations, rng } = task;
  const { rows, columns } = xs;
  const width = Math.min(count + oversamples, rows, columns);
  const [samples, features] = [samplesOf(xs, mean), featuresOf(xs, mean)];
  const random = Float64Array.from({ length: width * columns }, () => rng.normal());
  let span = onto(kernel, random, samples);
  for (let i = 0; i < powerIterations; i++) span = onto(kernel, onto(kernel, span, features), samples);
  return directionsOf(innerProducts(kernel, rowsOf(span, rows), features), columns, { count, kernel });
}

function onto(kernel: ProductKernel, rows: Float64Array, other: Operand): Float64Array {
  const result = innerProducts(kernel, rowsOf(rows, other.depth), other);
  orthonormalise(result, other.rows);
  return result;
}

/** Right singular vectors of a matrix of few rows, by the eigenvectors of its Gram matrix. */
function directionsOf(
  few: Float64Array,
  columns: number,
  { count, kernel }: { count: number; kernel: ProductKernel },
): PrincipalAxes {
  const operand = rowsOf(few, columns);
  const { values, vectors } = symmetricEigen(innerProducts(kernel, operand, operand), operand.rows);
  const directions = new Float64Array(count * columns);
  for (let i = 0; i < count; i++) {
    for (let r = 0; r < operand.rows; r++) {
      const weight = vectors[i * operand.rows + r] as number;
      for (let p = 0; p < columns; p++) {
        directions[i * columns + p] =
          (directions[i * columns + p] as number) + weight * (few[r * columns + p] as number);
      }
    }
  }
  orthonormalise(directions, columns, { complete: true });
  return { squares: values.slice(0, count), directions };
}
