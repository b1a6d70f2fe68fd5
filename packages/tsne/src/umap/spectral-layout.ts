import { type Rng, symmetricEigen } from '@animals/core';
import { orthonormalise } from '../pca/orthonormalise.ts';
import type { SparseRows } from './sparse-rows.ts';

const GUARD = 8;
const DEGREE = 24;
const ROUNDS = 40;
const TOLERANCE = 1e-4;

/**
 * Coordinates from the eigenvectors of a connected graph's normalised Laplacian, the constant one left out: [n * dims].
 *
 * A block of random vectors is filtered by Chebyshev polynomials, which let through the wanted end of the spectrum.
 * @see Belkin and Niyogi, "Laplacian eigenmaps" (2003); Zhou, Saad et al., "Chebyshev-filtered subspace iteration" (2006)
 */
export function spectralLayout(graph: SparseRows, dims: number, rng: Rng): Float64Array {
  const { rows } = graph;
  const width = Math.min(rows, dims + 1 + GUARD);
  const adjacency = normalise(graph);
  let block: Float64Array = Float64Array.from({ length: rows * width }, () => rng.normal());
  let cut = 0;
  for (let round = 0; round < ROUNDS; round++) {
    block = filter(adjacency, block, { width, cut });
    orthonormalise(block, rows);
    const image = multiply(adjacency, block, width);
    const { values, vectors } = symmetricEigen(overlaps(block, image, rows), width);
    block = combine(vectors, block, rows);
    const rest = residual(combine(vectors, image, rows), block, values, { rows, count: dims + 1 });
    if (rest < TOLERANCE) break;
    cut = Math.min(0.999, Math.max(-0.5, values[width - 1] as number));
  }
  const result = new Float64Array(rows * dims);
  for (let i = 0; i < rows; i++) {
    for (let c = 0; c < dims; c++) result[i * dims + c] = block[(c + 1) * rows + i] as number;
  }
  return result;
}

/** D^-1/2 W D^-1/2, whose largest eigenvalues, 1 first, are one minus the least of the Laplacian. */
function normalise(graph: SparseRows): SparseRows {
  const scale = new Float64Array(graph.rows);
  for (let i = 0; i < graph.rows; i++) {
    let degree = 0;
    for (let p = graph.rowStart[i] as number; p < (graph.rowStart[i + 1] as number); p++) {
      degree += graph.values[p] as number;
    }
    scale[i] = 1 / Math.sqrt(degree);
  }
  const values = graph.values.slice();
  for (let i = 0; i < graph.rows; i++) {
    for (let p = graph.rowStart[i] as number; p < (graph.rowStart[i + 1] as number); p++) {
      values[p] = (values[p] as number) * (scale[i] as number) * (scale[graph.columns[p] as number] as number);
    }
  }
  return { ...graph, values };
}

/** The graph times each row of a block. */
function multiply({ rows, rowStart, columns, values }: SparseRows, block: Float64Array, width: number): Float64Array {
  const result = new Float64Array(block.length);
  for (let c = 0; c < width; c++) {
    const own = block.subarray(c * rows, (c + 1) * rows);
    for (let i = 0; i < rows; i++) {
      let sum = 0;
      const end = rowStart[i + 1] as number;
      for (let p = rowStart[i] as number; p < end; p++)
        sum += (values[p] as number) * (own[columns[p] as number] as number);
      result[c * rows + i] = sum;
    }
  }
  return result;
}

/** The Chebyshev polynomial that is small for eigenvalues in [-1, cut] and grows beyond. */
function filter(graph: SparseRows, block: Float64Array, { width, cut }: { width: number; cut: number }): Float64Array {
  const [centre, half] = [(cut - 1) / 2, (cut + 1) / 2];
  const top = (1 - centre) / half;
  let sigma = 1 / top;
  let before = block;
  let now = multiply(graph, block, width);
  for (let at = 0; at < now.length; at++)
    now[at] = (((now[at] as number) - centre * (block[at] as number)) / half) * sigma;
  for (let degree = 2; degree <= DEGREE; degree++) {
    const next = 1 / (2 * top - sigma);
    const after = multiply(graph, now, width);
    for (let at = 0; at < after.length; at++) {
      const turned = (2 * ((after[at] as number) - centre * (now[at] as number))) / half;
      after[at] = next * (turned - sigma * (before[at] as number));
    }
    [before, now, sigma] = [now, after, next];
  }
  return now;
}

function overlaps(block: Float64Array, image: Float64Array, rows: number): Float64Array {
  const width = block.length / rows;
  return Float64Array.from({ length: width * width }, (_, at) => {
    const [a, b] = [Math.floor(at / width) * rows, (at % width) * rows];
    let sum = 0;
    for (let i = 0; i < rows; i++) sum += (block[a + i] as number) * (image[b + i] as number);
    return sum;
  });
}

function combine(vectors: Float64Array, block: Float64Array, rows: number): Float64Array {
  const width = block.length / rows;
  const result = new Float64Array(block.length);
  for (let c = 0; c < width; c++) {
    for (let d = 0; d < width; d++) {
      const weight = vectors[c * width + d] as number;
      for (let i = 0; i < rows; i++) {
        result[c * rows + i] = (result[c * rows + i] as number) + weight * (block[d * rows + i] as number);
      }
    }
  }
  return result;
}

/** Length of the worst of the first A x - value x. */
function residual(
  image: Float64Array,
  block: Float64Array,
  values: Float64Array,
  { rows, count }: { rows: number; count: number },
): number {
  let worst = 0;
  for (let c = 0; c < count; c++) {
    let sum = 0;
    for (let at = c * rows; at < (c + 1) * rows; at++) {
      sum += ((image[at] as number) - (values[c] as number) * (block[at] as number)) ** 2;
    }
    worst = Math.max(worst, Math.sqrt(sum));
  }
  return worst;
}
