import { createRng, type Rng } from '@animals/core';
import type { FloatMatrix, Input } from '../input/input.ts';
import { toMatrix } from '../input/to-matrix.ts';
import { distancesTo } from '../neighbours/distances-to.ts';
import { createPace } from '../neighbours/pace.ts';
import { loadProductKernel } from '../products/product-kernel.ts';
import { labelNumbers } from './label-numbers.ts';
import { createLabelTally, type LabelScores } from './label-tally.ts';
import { checkQualityOptions, type QualityOptions, type QualitySettings } from './quality-options.ts';
import { createTally, type NearnessScores } from './quality-tally.ts';
import { rankCorrelation } from './rank-correlation.ts';
import { createRanking } from './ranked-row.ts';

/** How good an embedding is; the labels' part only where labels were given. */
export interface QualityScores extends NearnessScores, Partial<LabelScores> {
  /** Spearman's correlation between distances of samples and of points: how well large shapes are kept. Chance: 0. */
  readonly distanceCorrelation: number;
}

/** The same numbers of an embedding and of chance. */
export interface EmbeddingQuality {
  /** Size of the neighbourhoods. */
  readonly k: number;
  /** How many samples were looked at. */
  readonly sample: number;
  readonly scores: QualityScores;
  /** Of normal random points in the embedding's place. */
  readonly random: QualityScores;
}

/**
 * Measures how well points `ys` show samples `xs`, beside random points in their place.
 *
 * Ranks are among all samples, so memory is linear in their number; above 2,000 of them only some are looked at.
 * @throws ArgumentError if a value is not finite, shapes do not fit or an option is out of range.
 * @see Venna and Kaski (2001); Lee, Renard, Bernard, Dupont, Verleysen (2013); Rousseeuw (1987)
 */
export async function embeddingQuality(xs: Input, ys: Input, options: QualityOptions = {}): Promise<EmbeddingQuality> {
  const [samples, points] = [toMatrix(xs), toMatrix(ys, 'ys')];
  const settings = checkQualityOptions(samples, points, options);
  const numbers = options.labels && labelNumbers(options.labels, samples.rows);
  const rng = createRng(settings.seed);
  const chosen = someOf(samples.rows, settings.sample, rng.split('sample'));
  const both = [points, randomLike(points, rng.split('random'))];
  const { k, votes, sample } = settings;
  const tallies = both.map((embedding) => ({
    embedding,
    nearness: createTally(sample, samples.rows, k),
    labels: numbers && createLabelTally(numbers.labels, { rows: sample, classes: numbers.classes, k: votes }),
  }));
  await tallyRows(samples, chosen, { tallies, metric: settings.metric, options });
  const pairs = someOf(samples.rows, settings.pairsOf, rng.split('pairs'));
  const distances = await mutualDistances(samples, pairs, settings.metric);
  const [scores, random] = await Promise.all(
    tallies.map(async ({ embedding, nearness, labels }) => ({
      ...nearness.scores(),
      ...labels?.scores(),
      distanceCorrelation: rankCorrelation(distances, await mutualDistances(embedding, pairs, 'euclidean')),
    })),
  );
  return { k, sample, scores: scores as QualityScores, random: random as QualityScores };
}

interface Tally {
  readonly embedding: FloatMatrix;
  readonly nearness: ReturnType<typeof createTally>;
  readonly labels: ReturnType<typeof createLabelTally> | undefined;
}

interface TallyTask {
  readonly tallies: readonly Tally[];
  readonly metric: QualitySettings['metric'];
  readonly options: QualityOptions;
}

/** Ranks all samples from each chosen one, and all points from its point. */
async function tallyRows(xs: FloatMatrix, chosen: Uint32Array, { tallies, metric, options }: TallyTask): Promise<void> {
  const report = (done: number) => options.onProgress?.({ done, total: chosen.length, label: 'samples' });
  let done = 0;
  const pace = createPace({ signal: options.signal, onProgress: () => report(done) });
  const from = await distancesFrom(xs, chosen, metric);
  const ranking = createRanking(xs.rows);
  const embedded = await Promise.all(
    tallies.map(async (tally) => ({
      ...tally,
      from: await distancesFrom(tally.embedding, chosen, 'euclidean'),
      ranking: createRanking(xs.rows),
    })),
  );
  options.signal?.throwIfAborted();
  for (; done < chosen.length; done++) {
    const i = chosen[done] as number;
    const original = ranking(from(done), i);
    for (const tally of embedded) {
      const distances = tally.from(done);
      const ranked = tally.ranking(distances, i);
      tally.nearness.add(original, ranked);
      tally.labels?.add(i, distances, ranked);
    }
    await pace(done / chosen.length);
  }
  report(done);
}

/** Distances from the chosen samples, asked for in order, to all. */
async function distancesFrom(
  xs: FloatMatrix,
  chosen: Uint32Array,
  metric: QualitySettings['metric'],
): Promise<(at: number) => Float32Array> {
  if (metric === 'precomputed') {
    return (at) => xs.data.subarray((chosen[at] as number) * xs.rows, ((chosen[at] as number) + 1) * xs.rows);
  }
  return distancesTo(await loadProductKernel(), { others: rowsOf(xs, chosen), xs, metric });
}

/** Distances of all pairs of the chosen samples. */
async function mutualDistances(
  xs: FloatMatrix,
  chosen: Uint32Array,
  metric: QualitySettings['metric'],
): Promise<Float32Array> {
  const few = metric === 'precomputed' ? xs : rowsOf(xs, chosen);
  const from = await distancesFrom(few, metric === 'precomputed' ? chosen : Uint32Array.from(chosen.keys()), metric);
  const result = new Float32Array((chosen.length * (chosen.length - 1)) / 2);
  let at = 0;
  for (let i = 0; i < chosen.length; i++) {
    const own = from(i);
    for (let j = 0; j < i; j++) result[at++] = own[metric === 'precomputed' ? (chosen[j] as number) : j] as number;
  }
  return result;
}

function rowsOf({ data, columns }: FloatMatrix, chosen: Uint32Array): FloatMatrix {
  const rows = new Float32Array(chosen.length * columns);
  chosen.forEach((i, at) => {
    rows.set(data.subarray(i * columns, (i + 1) * columns), at * columns);
  });
  return { data: rows, rows: chosen.length, columns };
}

function someOf(n: number, count: number, rng: Rng): Uint32Array {
  return count === n ? Uint32Array.from({ length: n }, (_, i) => i) : rng.permutation(n).slice(0, count).sort();
}

function randomLike({ rows, columns }: FloatMatrix, rng: Rng): FloatMatrix {
  return { data: Float32Array.from({ length: rows * columns }, () => rng.normal()), rows, columns };
}
