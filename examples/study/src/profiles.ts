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
  readonly baseline: TrainingSettings;
  /** Each number of copies of a picture is tried. */
  readonly augment: TrainingSettings & { readonly copies: readonly number[] };
}

const TRAINING = { batchSize: 8, learningRate: 0.001 };

export const PROFILE_SETTINGS: Readonly<Record<Profile, ProfileSettings>> = {
  quick: {
    size: 62,
    folds: 3,
    baseline: { epochs: 12, ...TRAINING },
    augment: { copies: [2], epochs: 3, ...TRAINING },
  },
  standard: {
    size: 124,
    folds: 5,
    baseline: { epochs: 30, ...TRAINING },
    augment: { copies: [5, 10], epochs: 8, ...TRAINING },
  },
  full: {
    size: 124,
    folds: 5,
    baseline: { epochs: 30, ...TRAINING },
    augment: { copies: [5, 10, 18, 20], epochs: 30, ...TRAINING },
  },
};
