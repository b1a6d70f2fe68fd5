import type { History } from '@animals/core';
import type { DatasetAudit } from '@animals/data';
import type { Profile } from './profiles.ts';

/** A mean over folds; accuracies are fractions. */
export interface Summary {
  readonly mean: number;
  /** Population standard deviation over folds. */
  readonly sd: number;
  /** Student t interval of 95 % over folds. */
  readonly ci95: readonly [number, number];
}

/** A picture's probability of being the animal, by a model that never saw it. */
export interface Prediction {
  readonly id: string;
  /** Index of the fold that held it out. */
  readonly fold: number;
  /** 1 for the animal, 0 for another one. */
  readonly label: number;
  readonly probability: number;
}

export interface FoldOutcome {
  readonly index: number;
  readonly accuracy: number;
  readonly logLoss: number;
  readonly rocAuc: number;
  readonly history: History;
}

export interface BaselineResult {
  readonly splitter: string;
  readonly parameters: number;
  readonly folds: readonly FoldOutcome[];
  readonly accuracy: Summary;
  readonly rocAuc: Summary;
  /** Rows: true class (other, animal); columns: predicted class. */
  readonly confusion: readonly (readonly number[])[];
  readonly outOfFold: readonly Prediction[];
  /** Bundle of the network trained on every picture, below the output folder: for `@animals/train`'s predict. */
  readonly model: string;
}

/** One number of copies, judged in two ways. */
export interface AugmentRow {
  /** Generated pictures for each real one. */
  readonly copies: number;
  /** Real and generated pictures together. */
  readonly pictures: number;
  /** The study's way: copies first, then the split, so that copies of a held-out picture are learned from. */
  readonly leaky: { readonly accuracy: Summary };
  /** The split first: copies of the training part only, judged on real pictures. */
  readonly honest: { readonly accuracy: Summary };
}

export interface AugmentResult {
  readonly policy: Readonly<Record<string, number | boolean | string>>;
  /** What looks wrong in the policy. */
  readonly warnings: readonly string[];
  readonly rows: readonly AugmentRow[];
  /** Accuracy of the nearest neighbour on 24 x 24 pixels, with the first row's copies: what a leak alone is worth. */
  readonly nearestNeighbour: { readonly leaky: number; readonly honest: number };
}

/** A score that the original study reported. */
export interface OriginalScore {
  readonly stage: string;
  readonly model: string;
  readonly mean: number;
  /** Population standard deviation over folds. */
  readonly sd: number;
  /** Whether its splits let copies of a held-out picture be learned from. */
  readonly leaky: boolean;
}

export interface ConcludeResult {
  readonly best: { readonly stage: string; readonly model: string; readonly accuracy: Summary } | null;
  /** Accuracy of always answering the larger class. */
  readonly chance: number;
  /** What the files' metadata alone reach. */
  readonly metadata: { readonly feature: string; readonly accuracy: number } | null;
  /** A logistic regression on pictures of 32 x 32 pixels, over the baseline's folds: what a network has to beat. */
  readonly pixels: Summary;
  /** Every model judged honestly, in the order of the stages. */
  readonly models: readonly { readonly stage: string; readonly model: string; readonly accuracy: Summary }[];
  /** What the original study reported, only beside numbers got at its own setting on its own pictures. */
  readonly original: readonly OriginalScore[];
}

/** What each stage answers. */
export interface StageResults {
  readonly audit: DatasetAudit;
  readonly baseline: BaselineResult;
  readonly augment: AugmentResult;
  readonly conclude: ConcludeResult;
}

type StageEntry<R> =
  | ({ readonly status: 'done' } & R)
  | { readonly status: 'failed'; readonly error: string }
  | { readonly status: 'skipped' };

/** The study's answer. It holds no times and no absolute paths: two equal runs give two equal files. */
export interface StudyResults {
  readonly version: 1;
  /** What was looked for: one of the study's animals, or the name of the user's own positive folder. */
  readonly animal: string;
  readonly profile: Profile;
  readonly seed: number;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly backend: { readonly name: string; readonly kernels: string | null };
  readonly data: {
    readonly source: 'real' | 'toy';
    readonly fingerprint: string;
    readonly positives: number;
    readonly negatives: number;
    readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  };
  readonly stages: { readonly [K in keyof StageResults]: StageEntry<StageResults[K]> };
}
