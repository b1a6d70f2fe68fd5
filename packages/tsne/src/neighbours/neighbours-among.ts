import type { FloatMatrix } from '../input/input.ts';
import { columnMeans } from '../products/column-means.ts';
import { innerProducts } from '../products/inner-products.ts';
import { type Operand, samplesOf } from '../products/operand.ts';
import { loadProductKernel, type ProductKernel } from '../products/product-kernel.ts';
import type { Metric, Neighbours } from './neighbours.ts';
import { unitRows } from './prepare.ts';

interface AmongOptions {
  readonly k: number;
  readonly metric: Metric | 'precomputed';
}

const BLOCK = 192;

/** The k nearest of some samples to each of others, exactly; with `precomputed`, others are the distances to them. */
export async function neighboursAmong(
  others: FloatMatrix,
  xs: FloatMatrix,
  { k, metric }: AmongOptions,
): Promise<Neighbours> {
  const result = { k, indices: new Uint32Array(others.rows * k), distances: new Float32Array(others.rows * k) };
  const rowsOf = metric === 'precomputed' ? given(others) : measured(await loadProductKernel(), others, { xs, metric });
  for (let i = 0; i < others.rows; i++) {
    const distances = rowsOf(i);
    const order = Uint32Array.from(distances.keys()).sort(
      (a, b) => (distances[a] as number) - (distances[b] as number) || a - b,
    );
    for (let p = 0; p < k; p++) {
      result.indices[i * k + p] = order[p] as number;
      result.distances[i * k + p] = distances[order[p] as number] as number;
    }
  }
  return result;
}

function given({ data, columns }: FloatMatrix): (i: number) => Float32Array {
  return (i) => data.subarray(i * columns, (i + 1) * columns);
}

/** Distances of sample i to all xs, a block of samples at a time. */
function measured(
  kernel: ProductKernel,
  others: FloatMatrix,
  { xs, metric }: { xs: FloatMatrix; metric: Metric },
): (i: number) => Float32Array {
  const [from, to] = metric === 'cosine' ? [unitRows(others), unitRows(xs)] : [others, xs];
  const mean = metric === 'cosine' ? new Float64Array(xs.columns) : columnMeans(xs);
  const [left, right] = [samplesOf(from, mean), samplesOf(to, mean)];
  const [leftSquares, rightSquares] = [squares(from, mean), squares(to, mean)];
  let start = -BLOCK;
  let products = new Float64Array(0);
  return (i) => {
    if (i >= start + BLOCK) {
      start = i;
      products = Float64Array.from(innerProducts(kernel, part(left, start), right));
    }
    const own = products.subarray((i - start) * xs.rows, (i - start + 1) * xs.rows);
    if (metric === 'cosine') return Float32Array.from(own, (product) => Math.max(0, 1 - product));
    const square = leftSquares[i] as number;
    return Float32Array.from(own, (product, j) =>
      Math.sqrt(Math.max(0, square + (rightSquares[j] as number) - 2 * product)),
    );
  };
}

function part(operand: Operand, start: number): Operand {
  const rows = Math.min(BLOCK, operand.rows - start);
  return { ...operand, rows, fill: (panel, stride, at) => operand.fill(panel, stride, { ...at, row: at.row + start }) };
}

function squares({ data, rows, columns }: FloatMatrix, mean: Float64Array): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < columns; j++) sum += ((data[i * columns + j] as number) - (mean[j] as number)) ** 2;
    return sum;
  });
}
