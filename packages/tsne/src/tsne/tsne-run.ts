import { ArgumentError } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import type { Metric } from '../neighbours/neighbours.ts';
import { createRest } from './create-rest.ts';
import type { Descent, TsneStep } from './descent.ts';
import type { TransformOptions } from './transform-options.ts';
import { transformSamples } from './transform-samples.ts';
import type { Ending, TsneState } from './tsne-state.ts';

/** A t-SNE under way: the caller decides when to take a step. */
export interface Tsne extends AsyncIterable<TsneStep> {
  readonly samples: number;
  /** `exact` has affinities of all pairs, `barnes-hut` those of neighbours. */
  readonly method: 'exact' | 'barnes-hut';
  readonly kernels: 'wasm' | 'plain';
  readonly threads: number;
  /** How many iterations are done, and how many there are to be. */
  readonly iteration: number;
  readonly iterations: number;
  /** Why it is over, or null. */
  readonly ended: Ending | null;
  /** The embedding as it is, a copy: sample by coordinate. */
  embedding(): FloatMatrix;
  /** Divergence of the embedding from the samples, in nats; comparable at one perplexity only. */
  kl(): number;
  /**
   * One iteration.
   * @throws Error if the descent is over.
   */
  step(): TsneStep;
  /**
   * All that the next step depends on; `restoreTsne` goes on from there, to the same bits.
   */
  state(): TsneState;
  /**
   * Places for new samples in the embedding as it is, which does not change: sample by coordinate.
   *
   * @throws ArgumentError if features differ from those of the embedded samples, or these are not known: the run began
   * with distances or neighbours, or was restored without samples.
   */
  transform(xs: Input, options?: TransformOptions): Promise<FloatMatrix>;
  /** Stops the threads. The embedding stays readable. */
  dispose(): void;
  /** The remaining steps; lets other work of this thread in between, every few hundredths of a second. */
  [Symbol.asyncIterator](): AsyncGenerator<TsneStep, void>;
}

/** What a run knows besides its descent. */
export interface RunSetup {
  readonly settings: TsneState['settings'];
  /** Ends the iteration. */
  readonly signal?: AbortSignal | undefined;
  /** The samples, if they have features. */
  readonly matrix: FloatMatrix | undefined;
  readonly metric: Metric;
}

/** A run of a descent. */
export function createRun(descent: Descent, { settings, signal, matrix, metric }: RunSetup): Tsne {
  const { forces } = descent;
  const { rows, kind } = forces.affinities;
  const embedding = () => ({ data: forces.positions.slice(), rows, columns: settings.dims });
  return {
    samples: rows,
    method: kind === 'dense' ? 'exact' : 'barnes-hut',
    kernels: forces.kernels,
    threads: forces.threads,
    iterations: settings.phases.at(-1)!.end,
    get iteration() {
      return descent.iteration;
    },
    get ended() {
      return descent.ended;
    },
    embedding,
    kl: () => descent.kl(),
    step: () => descent.step(),
    state: () => descent.state(),
    async transform(xs, options = {}) {
      if (matrix)
        return transformSamples(toMatrix(xs), { ...settings, matrix, metric, embedding: embedding() }, options);
      throw new ArgumentError('xs', 'transform needs the features of the embedded samples; hand them to restoreTsne');
    },
    dispose: () => forces.dispose(),
    async *[Symbol.asyncIterator]() {
      const rest = createRest();
      while (!descent.ended) {
        signal?.throwIfAborted();
        yield descent.step();
        await rest();
      }
    },
  };
}
