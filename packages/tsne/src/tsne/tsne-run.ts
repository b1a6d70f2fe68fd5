import type { FloatMatrix } from '../input/input.ts';
import { createRest } from './create-rest.ts';
import type { Descent, TsneStep } from './descent.ts';
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
  /** Stops the threads. The embedding stays readable. */
  dispose(): void;
  /** The remaining steps; lets other work of this thread in between, every few hundredths of a second. */
  [Symbol.asyncIterator](): AsyncGenerator<TsneStep, void>;
}

/** A run of a descent; the signal ends its iteration. */
export function createRun(descent: Descent, settings: TsneState['settings'], signal?: AbortSignal): Tsne {
  const { forces } = descent;
  const { rows, kind } = forces.affinities;
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
    embedding: () => ({ data: forces.positions.slice(), rows, columns: settings.dims }),
    kl: () => descent.kl(),
    step: () => descent.step(),
    state: () => descent.state(),
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
