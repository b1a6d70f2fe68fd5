import { createRng } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { randomisedAxes } from '../pca/randomised-axes.ts';
import { innerProducts } from '../products/inner-products.ts';
import { rowsOf, samplesOf } from '../products/operand.ts';
import { loadProductKernel } from '../products/product-kernel.ts';

/** With fewer features than this, or fewer samples, a sketch saves nothing. */
const WIDE = 96;
const MANY = 500;
const AXES = 63;
const LEARNED_FROM = 2000;

/**
 * Few values a sample, whose distances are never more than those of all values, and often little less.
 *
 * They are the scores on orthonormal axes, the principal ones of some of the samples, and the length of what is left:
 * by the triangle inequality the lengths of two rests differ by no more than the rests do. Undefined where it saves nothing.
 */
export async function sketchOf(xs: FloatMatrix): Promise<FloatMatrix | undefined> {
  const { rows, columns } = xs;
  if (columns <= WIDE || rows < MANY) return undefined;
  const kernel = await loadProductKernel();
  const mean = new Float64Array(columns);
  const random = { rng: createRng(0), oversamples: 5, powerIterations: 1 };
  const { directions } = randomisedAxes(kernel, someOf(xs), { count: AXES, mean, ...random });
  const scores = innerProducts(kernel, samplesOf(xs, mean), rowsOf(directions, columns));
  const data = new Float32Array(rows * (AXES + 1));
  for (let i = 0; i < rows; i++) {
    const own = scores.subarray(i * AXES, (i + 1) * AXES);
    data.set(own, i * (AXES + 1));
    data[i * (AXES + 1) + AXES] = lengthBeyond(xs, i, own);
  }
  return { data, rows, columns: AXES + 1 };
}

function someOf({ data, rows, columns }: FloatMatrix): FloatMatrix {
  const count = Math.min(rows, LEARNED_FROM);
  const some = new Float32Array(count * columns);
  for (let i = 0; i < count; i++) {
    const from = Math.floor((i * rows) / count) * columns;
    some.set(data.subarray(from, from + columns), i * columns);
  }
  return { data: some, rows: count, columns };
}

function lengthBeyond({ data, columns }: FloatMatrix, i: number, scores: Float64Array): number {
  let sum = 0;
  for (let p = i * columns; p < (i + 1) * columns; p++) sum += (data[p] as number) ** 2;
  for (let c = 0; c < scores.length; c++) sum -= (scores[c] as number) ** 2;
  return Math.sqrt(Math.max(0, sum));
}
