import type { History } from '@animals/core';
import type { DatasetAudit, Duplicates } from '@animals/data';
import type { MissingBase } from './bases.ts';
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

export interface AuditResult extends DatasetAudit {
  readonly duplicates: Duplicates & {
    /** Pairs that look alike and are not equal files. */
    readonly near: number;
    readonly nearPairs: readonly {
      readonly ids: readonly [string, string];
      /** Bits of 64 in which their difference hashes differ. */
      readonly distance: number;
      readonly acrossClasses: boolean;
    }[];
  };
  /** Contents that stand more than once in the study's six folders; null for other pictures. */
  readonly shared: {
    readonly contents: number;
    /** How many files these are. */
    readonly files: number;
    /** How many of the contents stand on both sides of one task. */
    readonly acrossOneTask: number;
  } | null;
}

/** Numbers of one map; each beside what a random map has. */
export interface MapQuality {
  readonly trustworthiness: number;
  readonly continuity: number;
  readonly neighbourPreservation: number;
  readonly rnxAuc: number;
  readonly distanceCorrelation: number;
  /** Share of pictures whose class most of their five nearest have. */
  readonly labelAccuracy: number;
  readonly silhouette: number;
}

/** A map of the pictures: a point each. */
export interface PictureMap {
  /** x and y of each picture, by turns, in the order of the pictures; the map's span is 1000. */
  readonly points: readonly number[];
  readonly quality: MapQuality;
  readonly random: MapQuality;
}

/** t-SNE, with the way that it took. */
export interface TsneMap extends PictureMap {
  readonly perplexity: number;
  /** Divergence in nats, comparable at one perplexity only. */
  readonly kl: number;
  /** The points at some iterations, rising. */
  readonly frames: readonly { readonly iteration: number; readonly points: readonly number[] }[];
  readonly curve: readonly { readonly iteration: number; readonly value: number }[];
  /** How many of the iterations exaggerate what attracts. */
  readonly exaggerated: number;
}

export interface LookResult {
  /** What the pixels were: height, width, channels. */
  readonly pixels: readonly [number, number, number];
  readonly tsne: TsneMap;
  readonly umap: PictureMap;
  /** With the share of the variance that its two components have. */
  readonly pca: PictureMap & { readonly explained: number };
  /** t-SNE at other perplexities. */
  readonly perplexities: readonly Omit<TsneMap, 'frames' | 'curve' | 'exaggerated'>[];
  /** The same three maps of a frozen network's features; null without weights or in a quick look. */
  readonly features: {
    readonly base: string;
    readonly tsne: TsneMap;
    readonly umap: PictureMap;
    readonly pca: PictureMap;
  } | null;
}

/** One network, size and head; a fine-tuned one is trained with its last convolutions. */
export interface TransferRow {
  readonly base: string;
  /** Side of the pictures, in pixels. */
  readonly size: number;
  /** Side to which all pictures were brought first, so that their own sizes tell nothing; null: as they are. */
  readonly through: number | null;
  readonly head: 'logistic' | 'mlp' | 'fine-tuned';
  readonly accuracy: Summary;
  /** How well the features suit the classes, before any training: larger is better. */
  readonly logMe: number;
  /** Of the weights. */
  readonly weights: string;
  readonly checkedBy: 'md5' | 'nothing';
}

export interface TransferResult {
  readonly rows: readonly TransferRow[];
  readonly missing: readonly MissingBase[];
  /** Networks that were asked to be fine-tuned, of which only folded weights are there. */
  readonly untuned: readonly MissingBase[];
  /** A logistic regression on 32 x 32 pixels, over the same folds. */
  readonly pixels: Summary;
  /** What the pictures' own sizes alone tell. */
  readonly size: number;
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
  readonly audit: AuditResult;
  readonly look: LookResult;
  readonly baseline: BaselineResult;
  readonly augment: AugmentResult;
  readonly transfer: TransferResult;
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
