import type { ImageSet } from '@animals/core';
import { ArgumentError } from '@animals/core';
import { type Embedder, partsOf } from './label-preservation.ts';

/** How many pictures a set is worth. */
export interface EffectiveSamples {
  readonly sources: number;
  readonly pictures: number;
  /** Mean correlation of two pictures of one source in the feature space, 0 to 1. */
  readonly correlation: number;
  /** Independent pictures that tell as much, from `sources` to `pictures`. */
  readonly effective: number;
}

/**
 * How many new samples copies are worth, by how alike those of one source are in a feature space.
 *
 * Copies are a cluster sample: with m pictures a source and correlation rho within it, n pictures are worth
 * n / (1 + (m - 1) rho). Exact copies add nothing, copies as unlike as other sources count in full.
 * @see Kish 1965, Survey Sampling, the design effect
 */
export async function effectiveSamples(images: ImageSet, embedder: Embedder): Promise<EffectiveSamples> {
  const { originals } = partsOf(images);
  const features = await embedder(images);
  if (features.length !== images.count) {
    throw new ArgumentError('embedder', `embedder must give one list a picture, got ${features.length}`);
  }
  const clusters = clustersOf(features, images.sourceIds);
  const correlation = withinCorrelation(clusters, features);
  const size = images.count / originals.length;
  return {
    sources: originals.length,
    pictures: images.count,
    correlation,
    effective: images.count / (1 + (size - 1) * correlation),
  };
}

function clustersOf(features: readonly ArrayLike<number>[], sourceIds: readonly string[]) {
  const clusters = new Map<string, ArrayLike<number>[]>();
  features.forEach((row, i) => {
    const cluster = clusters.get(sourceIds[i]!);
    if (cluster) cluster.push(row);
    else clusters.set(sourceIds[i]!, [row]);
  });
  return [...clusters.values()];
}

/** Share of the variance that lies between the sources, by the analysis of variance for equal clusters. */
function withinCorrelation(
  clusters: readonly (readonly ArrayLike<number>[])[],
  all: readonly ArrayLike<number>[],
): number {
  const size = all.length / clusters.length;
  const grand = centreOf(all);
  let [between, within] = [0, 0];
  for (const cluster of clusters) {
    const centre = centreOf(cluster);
    between += cluster.length * squared(centre, grand);
    for (const row of cluster) within += squared(row, centre);
  }
  between /= clusters.length - 1;
  within /= all.length - clusters.length;
  if (between + within === 0) return 1;
  return Math.min(1, Math.max(0, (between - within) / (between + (size - 1) * within)));
}

function centreOf(rows: readonly ArrayLike<number>[]): Float64Array {
  const sum = new Float64Array(rows[0]!.length);
  for (const row of rows) for (let i = 0; i < sum.length; i++) sum[i]! += row[i]! / rows.length;
  return sum;
}

function squared(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return sum;
}
