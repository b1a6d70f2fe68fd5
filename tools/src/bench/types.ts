/** Times of one contender at one piece of work. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
}

/** Stands for a contender that this machine cannot run. */
export interface Missing {
  readonly missing: string;
}

/** One line of a bench's result. A ratio is the peer's time over ours: above 1, ours is faster. */
export interface Row {
  readonly work: string;
  readonly ours: Summary;
  readonly peers: Readonly<Record<string, Summary | Missing>>;
  /** Peer's median over our median. */
  readonly ratios: Readonly<Record<string, number>>;
  /** Smallest and largest ratio of a peer's time to ours just before it. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
}

/** What a bench is told by the command line. */
export interface BenchOptions {
  /** How often each contender is timed. */
  readonly rounds: number;
  /** Reports progress. */
  readonly log: (line: string) => void;
}

/** The default export of `packages/*\/bench/<name>.ts`. The first row is the headline. */
export type Bench = (options: BenchOptions) => Promise<readonly Row[]>;
