import type { Input } from '../input/input.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import { createDescent } from './descent.ts';
import { prepareTsne } from './prepare-tsne.ts';
import type { TsneOptions } from './tsne-options.ts';
import { createRun, type Tsne } from './tsne-run.ts';

/**
 * Prepares a t-SNE of samples: finds neighbours, affinities and starting positions, and takes no step yet.
 *
 * `xs` is samples by features, distances with metric `precomputed`, or neighbours. The same seed gives the same bits, in
 * every process and with any number of threads. Equal samples stay together; features that do not vary change nothing.
 * Dispose of the run when it is no longer needed, unless it has one thread.
 * @throws ArgumentError if there are fewer than four samples, a value is not finite, or an option is out of range.
 * @throws the signal's reason if it aborts.
 * @see van der Maaten, Hinton, "Visualizing data using t-SNE" (2008); van der Maaten, "Accelerating t-SNE using tree-based
 * algorithms" (2014)
 */
export async function createTsne(xs: Input | Neighbours, options: TsneOptions = {}): Promise<Tsne> {
  const { state, matrix } = await prepareTsne(xs, options);
  const metric = options.metric === 'cosine' ? 'cosine' : 'euclidean';
  const { settings } = state;
  return createRun(await createDescent(state, options), { settings, matrix, metric, signal: options.signal });
}
