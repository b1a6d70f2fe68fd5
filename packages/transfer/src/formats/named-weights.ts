/** One tensor of a weights file, under the name that the file gives it. */
export interface NamedWeight {
  readonly name: string;
  readonly shape: readonly number[];
  /** What `data` holds: readers widen half floats, and undo quantisation, into float32. */
  readonly dtype: 'float32' | 'int32';
  /** Row-major, as many values as the shape says. */
  readonly data: Float32Array | Int32Array;
}

/** The tensors of a weights file, in the file's order: what every reader returns. */
export type NamedWeights = readonly NamedWeight[];
