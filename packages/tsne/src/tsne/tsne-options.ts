import type { Scales } from '../affinities/conditional-rows.ts';
import type { ForceOptions } from '../forces/create-forces.ts';
import type { Input } from '../input/input.ts';
import type { Metric, NeighbourMethod, Neighbours } from '../neighbours/neighbours.ts';
import type { PresetName } from './presets.ts';

/** Options of `createTsne`; what is left out is the preset's, or found by the number of samples. */
export interface TsneOptions extends ForceOptions {
  /** Coordinates of the embedding. Default 2. */
  readonly dims?: 2 | 3;
  /**
   * About how many neighbours a sample has, above 1 and below the number of samples less one; or a list of such numbers,
   * to be combined. Default 30, or a third of the other samples where that is less.
   */
  readonly perplexity?: number | readonly number[];
  /** How a list of perplexities is combined. Default `mixture`. */
  readonly scales?: Scales;
  /** Default `euclidean`. `precomputed`: `xs` is a square matrix of distances. */
  readonly metric?: Metric | 'precomputed';
  /**
   * How neighbours are found for `barnes-hut`: by default exactly, up to some ten thousand samples. Or the neighbours
   * themselves, as `nearestNeighbours` gives them, about three times the perplexity for each sample.
   */
  readonly neighbours?: NeighbourMethod | Neighbours;
  /** `exact` compares all pairs; `barnes-hut` neighbours and a tree; `auto`, the default, takes what is quicker. */
  readonly method?: 'auto' | 'exact' | 'barnes-hut';
  /** Accuracy of `barnes-hut`, in [0, 1]: how wide a group of points may look that counts as one. Default 0.5. */
  readonly theta?: number;
  /** Where points start: principal components or chance, both of deviation 1e-4, or coordinates. Default `pca`. */
  readonly init?: 'pca' | 'random' | Input;
  /** Rules of the descent. Default `standard`. */
  readonly preset?: PresetName;
  /** Iterations in all, early ones included. */
  readonly iterations?: number;
  /** Iterations with early exaggeration. Default 100 (250 in other presets), or all if there are fewer. */
  readonly earlyIterations?: number;
  /** What affinities are multiplied by early. Default 3 (12 in other presets). */
  readonly earlyExaggeration?: number;
  /** What they are multiplied by later. Default 1; 1.5 to 4 shows the clusters of very many samples. */
  readonly exaggeration?: number;
  /** Default `auto`. A number is on the preset's scale. */
  readonly learningRate?: number | 'auto';
  /** Degrees of freedom of Student's t, above 0: below 1, clusters fall apart into smaller ones. Default 1; `sklearn`: dims - 1. */
  readonly degreesOfFreedom?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Rejects what is under way: neighbours and affinities, or the next iteration. */
  readonly signal?: AbortSignal;
  /** Called about ten times a second, and at the end; must not throw. */
  readonly onProgress?: (progress: TsneProgress) => void;
}

/** How far a t-SNE has come. */
export interface TsneProgress {
  readonly label: 'neighbours' | 'affinities' | 'iterations';
  readonly done: number;
  readonly total: number;
  /** An estimate, of the part that `label` names. */
  readonly secondsLeft: number;
}
