/**
 * The nearest neighbours found so far, a bounded heap for each sample, and the two ways to offer it pairs.
 *
 * Used by the exact search, which scans all pairs, and by NN-descent, which joins lists.
 */
export interface NeighbourHeaps {
  /** How many entries a heap has. */
  readonly k: number;
  /** From one heap to the next. */
  readonly stride: number;
  /** Squared distances, the largest first; infinite where there is no neighbour yet. */
  readonly distances: Float32Array;
  /** Who; negative (`id | FRESH`) for an entry that is new to NN-descent. */
  readonly ids: Int32Array;
  /** The list that `join` reads. */
  readonly list: Int32Array;
  /** All pairs of a sample in [i, iEnd) and a later one. Both are multiples of 12, or the number of samples. */
  scan(i: number, iEnd: number): void;
  /** All pairs in the first `total` of the list, one of them among the first `fresh`. Returns how many entries changed. */
  join(fresh: number, total: number): number;
}

/** The sign of an id: the entry is new. */
export const FRESH = -0x80000000;
/** An id without its sign. */
export const WHO = 0x7fffffff;

/** What the heaps compare: rows of values, and sketches of them. */
export interface HeapTask {
  readonly rows: number;
  readonly k: number;
  /** Longest list of `join`. */
  readonly list: number;
  /** All values of each sample. */
  readonly full: { readonly data: Float32Array; readonly columns: number };
  /** Fewer values, of which distances are never more than those of all values; undefined where there are few anyway. */
  readonly sketch: { readonly data: Float32Array; readonly columns: number } | undefined;
}
