import type { FloatMatrix, Input } from '../input/input.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import { createUmap, type UmapRun } from './create-umap.ts';
import type { UmapOptions } from './umap-options.ts';

/** A finished embedding. */
export interface Umap extends Pick<UmapRun, 'graph' | 'transform'> {
  /** Sample by coordinate. */
  readonly embedding: FloatMatrix;
}

/**
 * Embeds samples by UMAP: all steps of `createUmap`; see there for what it takes and throws.
 *
 * Neighbourhoods show, distances between groups and their sizes hardly do. Same seed, same points.
 * @see McInnes, Healy, Melville (2018), arXiv 1802.03426; umap-learn, whose defaults these are
 */
export async function umap(xs: Input | Neighbours, options: UmapOptions = {}): Promise<Umap> {
  const run = await createUmap(xs, options);
  for await (const _ of run);
  const { graph, transform } = run;
  return { embedding: run.embedding(), graph, transform };
}
