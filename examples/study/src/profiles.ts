/** How much of the study is run: seconds, hours or everything. */
export const PROFILES = ['quick', 'standard', 'full'] as const;

export type Profile = (typeof PROFILES)[number];

/** What a profile fixes for every stage. */
export interface ProfileSettings {
  /** Side of the square pictures, in pixels. */
  readonly size: number;
  /** Folds of the cross-validation. */
  readonly folds: number;
  readonly baseline: { readonly epochs: number; readonly batchSize: number; readonly learningRate: number };
}

const BASELINE = { epochs: 30, batchSize: 8, learningRate: 0.001 };

export const PROFILE_SETTINGS: Readonly<Record<Profile, ProfileSettings>> = {
  quick: { size: 62, folds: 3, baseline: { ...BASELINE, epochs: 12 } },
  standard: { size: 124, folds: 5, baseline: BASELINE },
  full: { size: 124, folds: 5, baseline: BASELINE },
};
