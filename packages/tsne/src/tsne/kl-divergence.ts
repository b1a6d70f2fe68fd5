import type { Affinities, DenseAffinities, SparseAffinities } from '../affinities/affinities.ts';

/** Where the points are, and how similarities are made of it. */
export interface Similarities {
  readonly positions: Float32Array;
  readonly dims: number;
  readonly degreesOfFreedom: number;
  /** Sum of the similarities of all pairs. */
  readonly z: number;
}

// The least that a probability counts as, as in scikit-learn's exact method.
const EPSILON = 2.220446049250313e-16;

/**
 * Kullback-Leibler divergence sum p log(p / q) of an embedding from its affinities, in nats.
 *
 * Sparse affinities sum over their pairs, as Barnes-Hut implementations do.
 */
export function klDivergence(affinities: Affinities, similarities: Similarities): number {
  const { degreesOfFreedom, z } = similarities;
  const exponent = (degreesOfFreedom + 1) / 2;
  const term = (p: number, distance2: number) => {
    const q = (1 + distance2 / degreesOfFreedom) ** -exponent / z;
    return p * Math.log(p / Math.max(q, EPSILON));
  };
  const sum = affinities.kind === 'dense' ? sumDense : sumSparse;
  return sum(affinities as DenseAffinities & SparseAffinities, similarities, term);
}

type Term = (p: number, distance2: number) => number;

function sumDense({ rows, stride, values }: DenseAffinities, { positions, dims }: Similarities, term: Term): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    // Both halves are alike.
    for (let j = 0; j < i; j++) {
      const p = values[i * stride + j] as number;
      if (p > 0) sum += 2 * term(p, distance2(positions, i, j, dims));
    }
  }
  return sum;
}

function sumSparse(
  { rows, rowStart, columns, values }: SparseAffinities,
  { positions, dims }: Similarities,
  term: Term,
) {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let e = rowStart[i] as number; e < (rowStart[i + 1] as number); e++) {
      const p = values[e] as number;
      if (p > 0) sum += term(p, distance2(positions, i, columns[e] as number, dims));
    }
  }
  return sum;
}

function distance2(positions: Float32Array, i: number, j: number, dims: number): number {
  let sum = 0;
  for (let d = 0; d < dims; d++)
    sum += ((positions[i * dims + d] as number) - (positions[j * dims + d] as number)) ** 2;
  return sum;
}
