import type { ForceOptions } from '../forces/create-forces.ts';
import { createDescent } from './descent.ts';
import { createRun, type Tsne } from './tsne-run.ts';
import { checkState, type TsneState } from './tsne-state.ts';

/** Options of `restoreTsne`. */
export interface RestoreOptions extends ForceOptions {
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
  return createRun(await createDescent(state, options), state.settings, options.signal);
}
