/** How a preset descends: the rules in which implementations of t-SNE differ. */
export interface Preset {
  /** Iterations in all, and how many of them are early, that is exaggerated. */
  readonly iterations: number;
  readonly earlyIterations: number;
  readonly earlyExaggeration: number;
  /** Early, then main. */
  readonly momentum: readonly [early: number, main: number];
  /** The automatic learning rate: samples over (exaggeration * divisor). */
  readonly learningRate: {
    /** Whose exaggeration: that of the phase at hand, or always the early one. */
    readonly of: 'phase' | 'early';
    readonly divisor: number;
    /** Of the phase's own exaggeration: the least number of samples that is counted. Of the early one: the least rate. */
    readonly floor: number;
  };
  /** Whether the gradient has its factor of 2 (dof + 1) / dof; without it learning rates are 4 times as large. */
  readonly scaledGradient: boolean;
  /** A gain grows when step and gradient point apart: by their signs (a zero differs from both), or by their product. */
  readonly gainTest: 'sign' | 'product';
  /** How a gain that shrinks is kept above zero: by adding 0.01 each time, or by the bound 0.01. */
  readonly gainFloor: 'add' | 'bound';
  /** Longest step of a point; JSON knows no infinity, so null stands for no bound. */
  readonly longestStep: number | null;
  /** Whether the embedding is centred after each step. */
  readonly centred: boolean;
  /** Whether steps and gains start anew at the main phase. */
  readonly resets: boolean;
  /** Neighbours a sample has beyond 3 * perplexity. */
  readonly spareNeighbours: 0 | 1;
  /** When to stop before all iterations are done. */
  readonly stop: null | {
    /** Iterations without a better divergence, early and main; looked at every 50. */
    readonly patience: readonly [early: number, main: number];
    /** Of the gradient times gains. */
    readonly gradientNorm: number;
  };
}

const OPENTSNE: Preset = {
  iterations: 750,
  earlyIterations: 250,
  earlyExaggeration: 12,
  momentum: [0.8, 0.8],
  learningRate: { of: 'phase', divisor: 1, floor: 0 },
  scaledGradient: false,
  gainTest: 'sign',
  gainFloor: 'add',
  longestStep: 5,
  centred: true,
  resets: false,
  spareNeighbours: 0,
  stop: null,
};

/**
 * The presets by name.
 *
 * `standard` is openTSNE's descent with a mild exaggeration, 3 times for 100 iterations, which ends at lower divergences than 12
 * times for 250, of 200 pictures as of 10,000; and with the learning rate of 200 samples where there are fewer, which else
 * are slow to part.
 * @see openTSNE 1.0, FIt-SNE 1.2.1 and scikit-learn 1.9, whose sources the others follow.
 */
export const PRESETS = {
  standard: {
    ...OPENTSNE,
    earlyIterations: 100,
    earlyExaggeration: 3,
    learningRate: { of: 'phase', divisor: 1, floor: 200 },
  },
  opentsne: OPENTSNE,
  fitsne: {
    ...OPENTSNE,
    // Its loop looks at the index before it counts up.
    earlyIterations: 251,
    momentum: [0.5, 0.8],
    learningRate: { of: 'early', divisor: 1, floor: 200 },
    gainFloor: 'bound',
  },
  sklearn: {
    ...OPENTSNE,
    iterations: 1000,
    momentum: [0.5, 0.8],
    learningRate: { of: 'early', divisor: 4, floor: 50 },
    scaledGradient: true,
    gainTest: 'product',
    gainFloor: 'bound',
    longestStep: null,
    centred: false,
    resets: true,
    spareNeighbours: 1,
    stop: { patience: [250, 300], gradientNorm: 1e-7 },
  },
} as const satisfies Record<string, Preset>;

export type PresetName = keyof typeof PRESETS;
