/** How much of the study is run: seconds, hours or everything. */
export const PROFILES = ['quick', 'standard', 'full'] as const;

export type Profile = (typeof PROFILES)[number];

/** How a network is trained. */
export interface TrainingSettings {
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
}

/** How the last convolutions of a network are trained on: as `fineTune` of @animals/transfer has it. */
export interface FineTuneSettings {
  /** Last convolutions that learn with the head. */
  readonly unfrozen: number;
  /** At most: of the head alone. */
  readonly headEpochs: number;
  readonly headLearningRate: number;
  /** At most: of head and convolutions together. */
  readonly epochs: number;
  readonly learningRate: number;
  /** Epochs without a lower validation loss after which either training ends. */
  readonly patience: number;
  readonly batchSize: number;
  /** Share of a fold's training part that is cut off to stop by. */
  readonly validation: number;
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
  /** Networks: sides of the pictures, only the smallest network or every one, and how each is trained on, if at all. */
  readonly transfer: {
    readonly sizes: readonly number[];
    readonly bases: 'one' | 'all';
    readonly fineTune: FineTuneSettings | null;
  };
}

const TRAINING = { batchSize: 8, learningRate: 0.001 };

/**
 * Chosen by the validation parts of folds of another seed, on the three animals with MobileNetV2 0.35 at 124 pixels:
 * rates from 1e-5 to 1e-3, 4 and 10 convolutions. The highest rate did best there, and is not taken, as it was not tried on
 * networks without batch normalisation. Batches are small so that VGG19 at 224 pixels fits into memory.
 */
const FINE_TUNE: FineTuneSettings = {
  unfrozen: 10,
  headEpochs: 100,
  headLearningRate: 0.001,
  epochs: 30,
  learningRate: 3e-4,
  patience: 5,
  batchSize: 8,
  validation: 0.2,
};

export const PROFILE_SETTINGS: Readonly<Record<Profile, ProfileSettings>> = {
  quick: {
    size: 62,
    folds: 3,
    look: { perplexity: 40, others: [], features: false },
    baseline: { epochs: 12, ...TRAINING },
    augment: { copies: [2], epochs: 3, ...TRAINING },
    transfer: { sizes: [96], bases: 'one', fineTune: null },
  },
  standard: {
    size: 124,
    folds: 5,
    look: { perplexity: 40, others: [], features: true },
    baseline: { epochs: 30, ...TRAINING },
    augment: { copies: [5, 10], epochs: 8, ...TRAINING },
    transfer: { sizes: [124, 224], bases: 'all', fineTune: null },
  },
  full: {
    size: 124,
    folds: 5,
    look: { perplexity: 40, others: [5, 15, 60], features: true },
    baseline: { epochs: 30, ...TRAINING },
    augment: { copies: [5, 10, 18, 20], epochs: 30, ...TRAINING },
    transfer: { sizes: [124, 224], bases: 'all', fineTune: FINE_TUNE },
  },
};
