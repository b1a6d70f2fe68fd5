import { createRng } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { findNeighbours } from '../neighbours/find-neighbours.ts';
import type { Neighbours } from '../neighbours/neighbours.ts';
import { neighboursOfDistances } from '../neighbours/neighbours-of-distances.ts';
import { createPace } from '../neighbours/pace.ts';
import type { TsneOptions } from '../tsne/tsne-options.ts';
import type { Affinities } from './affinities.ts';
import { conditionalRows } from './conditional-rows.ts';
import { denseAffinities, sparseAffinities } from './symmetrise.ts';

/** What affinities are made of. */
export interface AffinitySource {
  /** Samples, a square matrix of distances, or neighbours that are known. */
  readonly from: FloatMatrix | Neighbours;
  readonly samples: number;
  readonly perplexities: readonly number[];
  readonly dense: boolean;
  /** Neighbours a sample has beyond 3 * perplexity. */
  readonly spareNeighbours: number;
}

/** Affinities of samples: each is near its neighbours as a Gaussian of the given perplexity says. */
export async function affinitiesOf(source: AffinitySource, options: TsneOptions): Promise<Affinities> {
  const neighbours = 'k' in source.from ? source.from : await neighboursOf(source, source.from, options);
  const pace = createPace({ signal: options.signal, onProgress: reporter('affinities', source.samples, options) });
  const { scales = 'mixture' } = options;
  const shares = await conditionalRows(neighbours, { perplexities: source.perplexities, scales, pace });
  const given = { ...neighbours, shares };
  return source.dense ? denseAffinities(given) : sparseAffinities(given);
}

function neighboursOf(source: AffinitySource, matrix: FloatMatrix, options: TsneOptions): Promise<Neighbours> {
  const { samples, perplexities, dense, spareNeighbours } = source;
  const wanted = Math.floor(3 * Math.max(...perplexities)) + spareNeighbours;
  const k = dense ? samples - 1 : Math.min(samples - 1, wanted);
  const { metric = 'euclidean', neighbours = 'auto', seed = 0, signal } = options;
  if (metric === 'precomputed') return Promise.resolve(neighboursOfDistances(matrix, k));
  return findNeighbours(matrix, {
    k,
    metric,
    method: dense || typeof neighbours !== 'string' ? 'exact' : neighbours,
    rng: createRng(seed).split('neighbours'),
    ...(signal && { signal }),
    onProgress: reporter('neighbours', samples, options),
  });
}

/** Turns the share that is done into progress with the time that is left. */
function reporter(label: 'neighbours' | 'affinities', total: number, { onProgress }: TsneOptions) {
  const start = performance.now();
  return (share: number) => {
    const secondsLeft = share > 0 ? ((performance.now() - start) * (1 / share - 1)) / 1000 : Number.POSITIVE_INFINITY;
    onProgress?.({ label, done: Math.round(share * total), total, secondsLeft });
  };
}
