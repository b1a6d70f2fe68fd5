import { ArgumentError } from '@animals/core';
import type { ForceOptions } from '../forces/create-forces.ts';
import type { Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import type { Metric } from '../neighbours/neighbours.ts';
import { createDescent } from './descent.ts';
import { createRun, type Tsne } from './tsne-run.ts';
import { checkState, type TsneState } from './tsne-state.ts';

/** Options of `restoreTsne`. */
export interface RestoreOptions extends ForceOptions {
  /** The samples, for `transform`; the steps need none. */
  readonly xs?: Input;
  /** That of the samples. Default `euclidean`. */
  readonly metric?: Metric;
  /** Ends the iteration of the run. */
  readonly signal?: AbortSignal;
}

/**
 * Goes on where `state()` was taken: the next steps are those that the original would have taken, to the bit, so long as
 * the kernels are the same.
 *
 * @throws ArgumentError if the state is not one that this version returns.
 */
export async function restoreTsne(state: TsneState, options: RestoreOptions = {}): Promise<Tsne> {
  checkState(state);
  const { xs, metric = 'euclidean', signal } = options;
  const matrix = xs && toMatrix(xs);
  if (matrix && matrix.rows !== state.affinities.rows) {
    throw new ArgumentError('xs', `xs must be the ${state.affinities.rows} samples of the state, got ${matrix.rows}`);
  }
  return createRun(await createDescent(state, options), { settings: state.settings, matrix, metric, signal });
}
