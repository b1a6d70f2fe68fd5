import type { Affinities } from '../affinities/affinities.ts';

/** What forces are to be computed. */
export interface ForceProblem {
  readonly affinities: Affinities;
  /** Coordinates of a point of the embedding. */
  readonly dims: 2 | 3;
  /** Of Student's t: 1 for the usual t-SNE. */
  readonly degreesOfFreedom: number;
  /** Accuracy of Barnes-Hut; 0 compares all pairs. */
  readonly theta: number;
  /** Fixed points that the moving ones feel instead of each other. The affinities are sparse then, from moving to fixed. */
  readonly fixed?: Float32Array;
}

/**
 * The forces of t-SNE on the points of an embedding; dense affinities compare all pairs, sparse ones go through a tree.
 *
 * With similarity w = (1 + d^2 / dof)^-((dof + 1) / 2) and r = 1 / (1 + d^2 / dof), point i feels the attraction
 * sum_j p_ij r_ij (y_i - y_j) and, before the division by Z = sum w, the repulsion sum_j w_ij r_ij (y_i - y_j).
 * Each number belongs to one point, so threads change no bit.
 */
export interface Forces {
  /** The moving points, [rows * dims]; write to it between calls. */
  readonly positions: Float32Array;
  readonly attraction: Float32Array;
  readonly repulsion: Float32Array;
  /** Each point's part of Z. */
  readonly share: Float32Array;
  /** The affinities as this engine keeps them. */
  readonly affinities: Affinities;
  readonly kernels: 'wasm' | 'plain';
  readonly threads: number;
  /** Computes all forces and returns Z. */
  compute(): number;
  dispose(): void;
}
