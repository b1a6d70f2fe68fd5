import type { FloatMatrix, Input } from '../input/input.ts';
import { createUmap, type UmapRun } from './create-umap.ts';
import type { UmapOptions } from './umap-options.ts';

/** A finished embedding. */
export interface Umap extends Pick<UmapRun, 'graph' | 'transform'> {
  /** Sample by coordinate. */
  readonly embedding: FloatMatrix;
}

/**
 * Embeds samples by UMAP: all steps of `createUmap`.
 *
 * Neighbourhoods show, distances between groups and their sizes hardly do. Same seed, same points.
 * @throws ArgumentError if a value is not finite or an option is out of range; the signal's reason if it aborts.
 * @see McInnes, Healy, Melville (2018), arXiv 1802.03426; umap-learn, whose defaults these are
 */
export async function umap(xs: Input, options: UmapOptions = {}): Promise<Umap> {
  const run = await createUmap(xs, options);
  for await (const _ of run);
  const { embedding, graph, transform } = run;
  return { embedding, graph, transform };
}
