/** How far a long call has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being counted, or the item that was just finished. */
  readonly label?: string;
}

/** Called as work advances; must not throw. */
export type OnProgress = (progress: Progress) => void;
