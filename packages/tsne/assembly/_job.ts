// What the forces work on: one block of words, written by force-job.ts in the same order. Addresses are bytes.

@unmanaged
export class Job {
  /** Points of the embedding, and their coordinates: 2 or 3. */
  points: i32;
  dims: i32;
  /** Coordinates of the points, point by point. */
  positions: usize;
  /** Coordinates of the points axis by axis, in the tree's order (exact: in the points'). */
  x: usize;
  y: usize;
  z: usize;
  /** Who feels the forces: usually the points themselves. */
  queryPositions: usize;
  queryX: usize;
  queryY: usize;
  queryZ: usize;
  /** Which query each place of queryX stands for. */
  queryOrder: usize;
  /** Results by query: sums of attraction, of repulsion before its division by Z, and the part of Z. */
  attraction: usize;
  repulsion: usize;
  share: usize;
  /** Affinities: rows of `rowStart` in `columns` and `values`, or, dense, rows of `stride` values. */
  rowStart: usize;
  columns: usize;
  values: usize;
  stride: i32;
  /** The tree. */
  nodes: usize;
  nodeCount: i32;
  leafSize: i32;
  theta: f32;
  /** Room to sort in: keys and orders twice, and a histogram. */
  keys: usize;
  spareKeys: usize;
  order: usize;
  spareOrder: usize;
  histogram: usize;
  /** 1 / degrees of freedom; exponent of the similarity, where 1 stands for one degree of freedom. */
  inverseDof: f32;
  exponent: f32;
  /** 1 where queries are the points, so that each meets itself once. */
  self: f32;
}
