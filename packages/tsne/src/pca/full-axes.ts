import { symmetricEigen } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { innerProducts } from '../products/inner-products.ts';
import { featuresOf, rowsOf, samplesOf } from '../products/operand.ts';
import type { ProductKernel } from '../products/product-kernel.ts';
import { orthonormalise } from './orthonormalise.ts';
import type { AxesTask, PrincipalAxes } from './principal-axes.ts';

/** All of the spectrum, by the smaller of two symmetric problems: features by features, or samples by samples. */
export function fullAxes(kernel: ProductKernel, xs: FloatMatrix, task: AxesTask): PrincipalAxes {
  return xs.columns <= xs.rows ? byCovariance(kernel, xs, task) : byGram(kernel, xs, task);
}

function byCovariance(kernel: ProductKernel, xs: FloatMatrix, { count, mean }: AxesTask): PrincipalAxes {
  const features = featuresOf(xs, mean);
  const { values, vectors } = symmetricEigen(innerProducts(kernel, features, features), xs.columns);
  return { squares: values.slice(0, count), directions: vectors.slice(0, count * xs.columns) };
}

/**
 * X X' u = s^2 u gives X' (X X' u) = s^2 X' u: the directions are X' u, made of length 1.
 *
 * Directions along which the samples do not vary (the last one always is such) are any that complete the others.
 */
function byGram(kernel: ProductKernel, xs: FloatMatrix, { count, mean }: AxesTask): PrincipalAxes {
  const samples = samplesOf(xs, mean);
  const { values, vectors } = symmetricEigen(innerProducts(kernel, samples, samples), xs.rows);
  const weights = rowsOf(vectors.slice(0, count * xs.rows), xs.rows);
  const directions = innerProducts(kernel, weights, featuresOf(xs, mean));
  const least = xs.rows * Number.EPSILON * (values[0] as number);
  const varying = values.findIndex((value) => value <= least);
  if (varying >= 0 && varying < count) directions.fill(0, varying * xs.columns);
  orthonormalise(directions, xs.columns, { complete: true });
  return { squares: values.slice(0, count), directions };
}
