import type { FloatMatrix } from '../input/input.ts';
import { columnMeans } from '../products/column-means.ts';
import { innerProducts } from '../products/inner-products.ts';
import { type Operand, samplesOf } from '../products/operand.ts';
import type { ProductKernel } from '../products/product-kernel.ts';
import type { Metric } from './neighbours.ts';
import { unitRows } from './prepare.ts';

const BLOCK = 192;

/** Which distances: from others, to xs. */
interface DistanceTask {
  readonly others: FloatMatrix;
  readonly xs: FloatMatrix;
  readonly metric: Metric;
}

/** A function that gives the distances of other i to all xs; asked in order, it computes a block of them at a time. */
export function distancesTo(kernel: ProductKernel, { others, xs, metric }: DistanceTask): (i: number) => Float32Array {
  const [those, these] = metric === 'cosine' ? [unitRows(others), unitRows(xs)] : [others, xs];
  const mean = metric === 'cosine' ? new Float64Array(xs.columns) : columnMeans(xs);
  const [left, right] = [samplesOf(those, mean), samplesOf(these, mean)];
  const [leftSquares, rightSquares] = [squares(those, mean), squares(these, mean)];
  let start = -BLOCK;
  let products: Float64Array = new Float64Array(0);
  return (i) => {
    if (i >= start + BLOCK) {
      start = i;
      products = innerProducts(kernel, part(left, start), right);
    }
    const from = (i - start) * xs.rows;
    const square = leftSquares[i] as number;
    const distances = new Float32Array(xs.rows);
    for (let j = 0; j < xs.rows; j++) {
      const product = products[from + j] as number;
      distances[j] =
        metric === 'cosine'
          ? Math.max(0, 1 - product)
          : Math.sqrt(Math.max(0, square + (rightSquares[j] as number) - 2 * product));
    }
    return distances;
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
