/** How much of the study is run: seconds, hours or everything. */
export const PROFILES = ['quick', 'standard', 'full'] as const;

export type Profile = (typeof PROFILES)[number];

/** How a network is trained. */
export interface TrainingSettings {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

/** What a profile fixes for every stage. */
export interface ProfileSettings {
  /** Side of the square pictures, in pixels. */
  readonly size: number;
  /** Folds of the cross-validation. */
  readonly folds: number;
  /** How the pictures are mapped: t-SNE's perplexity, others to compare, and whether features are mapped too. */
  readonly look: { readonly perplexity: number; readonly others: readonly number[]; readonly features: boolean };
  readonly baseline: TrainingSettings;
  /** Each number of copies of a picture is tried. */
  readonly augment: TrainingSettings & { readonly copies: readonly number[] };
  /** Frozen networks: sides of the pictures, and only the smallest network or every one. */
  readonly transfer: { readonly sizes: readonly number[]; readonly bases: 'one' | 'all' };
}

const TRAINING = { batchSize: 8, learningRate: 0.001 };

export const PROFILE_SETTINGS: Readonly<Record<Profile, ProfileSettings>> = {
  quick: {
    size: 62,
    folds: 3,
    look: { perplexity: 40, others: [], features: false },
    baseline: { epochs: 12, ...TRAINING },
    augment: { copies: [2], epochs: 3, ...TRAINING },
    transfer: { sizes: [96], bases: 'one' },
  },
  standard: {
    size: 124,
    folds: 5,
    look: { perplexity: 40, others: [], features: true },
    baseline: { epochs: 30, ...TRAINING },
    augment: { copies: [5, 10], epochs: 8, ...TRAINING },
    transfer: { sizes: [124, 224], bases: 'all' },
  },
  full: {
    size: 124,
    folds: 5,
    look: { perplexity: 40, others: [5, 15, 60], features: true },
    baseline: { epochs: 30, ...TRAINING },
    augment: { copies: [5, 10, 18, 20], epochs: 30, ...TRAINING },
    transfer: { sizes: [124, 224], bases: 'all' },
  },
};
