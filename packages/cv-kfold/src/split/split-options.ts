/** How to split. A seed needs `shuffle`, as it would have no effect without. */
export type SplitOptions = {
  /** Number of folds, from 2. */
  readonly k?: number;
  /** How often the whole split is done, from 1; with `shuffle` each time in another order. */
  readonly repeats?: number;
} & (
  | { readonly shuffle?: false; readonly seed?: never }
  | {
      readonly shuffle: true;
      /** Decides the order; 0 when left out. */
      readonly seed?: number;
    }
);
