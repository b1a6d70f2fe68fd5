import { ArgumentError, median } from '@animals/core';
import type { SparseAffinities } from '../affinities/affinities.ts';
import { conditionalRows } from '../affinities/conditional-rows.ts';
import { createForces } from '../forces/create-forces.ts';
import type { FloatMatrix } from '../input/input.ts';
import type { Metric, Neighbours } from '../neighbours/neighbours.ts';
import { neighboursAmong } from '../neighbours/neighbours-among.ts';
import { createPace } from '../neighbours/pace.ts';
import { PRESETS } from './presets.ts';
import { takeStep } from './take-step.ts';
import type { TransformOptions } from './transform-options.ts';
import { checkCount, checkNumber } from './tsne-settings.ts';

/** An embedding that new samples are placed in. */
export interface Reference {
  readonly matrix: FloatMatrix;
  readonly metric: Metric;
  readonly embedding: FloatMatrix;
  readonly degreesOfFreedom: number;
  readonly theta: number;
}

const USUAL_PERPLEXITY = 5;
const MOMENTUM = 0.8;
const LONGEST_GRADIENT = 0.25;

/**
 * Places new samples among the embedded ones, which stay where they are; new samples do not feel each other.
 *
 * @see Poličar, Stražar, Zupan, "Embedding to reference t-SNE space addresses batch effects" (2023); openTSNE `transform`
 */
export async function transformSamples(xs: FloatMatrix, reference: Reference, options: TransformOptions) {
  const settings = checkOptions(xs, reference, options);
  const { perplexity, startNeighbours, iterations } = settings;
  const { embedding, matrix, metric, degreesOfFreedom, theta } = reference;
  const most = Math.min(matrix.rows, Math.max(startNeighbours, Math.floor(3 * perplexity)));
  const neighbours = await neighboursAmong(xs, matrix, { k: most, metric });
  const affinities = await rowAffinities(firstOf(neighbours, Math.floor(3 * perplexity)), perplexity);
  const dims = embedding.columns as 2 | 3;
  const forces = await createForces({ affinities, dims, degreesOfFreedom, theta, fixed: embedding.data }, options);
  try {
    forces.positions.set(medianPlaces(firstOf(neighbours, startNeighbours), embedding));
    const size = xs.rows * dims;
    const motion = { velocity: new Float32Array(size), gains: new Float32Array(size).fill(1) };
    const pace = createPace(options);
    const fixedRules = { longestStep: null, centred: false, longestGradient: LONGEST_GRADIENT };
    const rules = { ...PRESETS.opentsne, ...settings, ...fixedRules, dims, momentum: MOMENTUM, scale: 1 };
    for (let i = 0; i < iterations; i++) {
      forces.compute();
      takeStep(forces, motion, forces.share, rules);
      await pace(i / iterations);
    }
    return { data: forces.positions.slice(), rows: xs.rows, columns: dims };
  } finally {
    forces.dispose();
  }
}

function checkOptions(xs: FloatMatrix, { matrix }: Reference, options: TransformOptions) {
  if (xs.columns !== matrix.columns) {
    const rule = `as many features as the embedded samples, ${matrix.columns}`;
    throw new ArgumentError('xs', `xs must have ${rule}, got ${xs.columns}`);
  }
  const { perplexity = Math.min(USUAL_PERPLEXITY, matrix.rows / 3), startNeighbours = Math.min(25, matrix.rows) } =
    options;
  const { iterations = 250, learningRate = 0.1, exaggeration = 1.5 } = options;
  checkNumber('perplexity', perplexity, { above: 1, most: matrix.rows / 3 });
  checkCount('startNeighbours', startNeighbours, 1);
  checkNumber('startNeighbours', startNeighbours, { least: 1, most: matrix.rows });
  checkCount('iterations', iterations, 0);
  checkNumber('learningRate', learningRate, { above: 0, most: 1e9 });
  checkNumber('exaggeration', exaggeration, { least: 1, most: 1e6 });
  return { perplexity, startNeighbours, iterations, learningRate, exaggeration };
}

/** The first `count` neighbours of each. */
function firstOf({ k, indices, distances }: Neighbours, count: number): Neighbours {
  const kept = (_: unknown, e: number) => e % k < count;
  return { k: count, indices: indices.filter(kept), distances: distances.filter(kept) };
}

/** Affinities of each new sample to its neighbours, of sum one for each, in rows filled up to fours. */
async function rowAffinities(neighbours: Neighbours, perplexity: number): Promise<SparseAffinities> {
  const { k, indices, distances } = neighbours;
  const rows = distances.length / k;
  const shares = await conditionalRows(neighbours, {
    perplexities: [perplexity],
    scales: 'mixture',
    pace: () => Promise.resolve(),
  });
  const width = Math.ceil(k / 4) * 4;
  const columns = new Uint32Array(rows * width);
  const values = new Float32Array(rows * width);
  for (let i = 0; i < rows; i++) {
    columns.set(indices.subarray(i * k, (i + 1) * k), i * width);
    values.set(shares.subarray(i * k, (i + 1) * k), i * width);
  }
  const rowStart = Uint32Array.from({ length: rows + 1 }, (_, i) => i * width);
  return { kind: 'sparse', rows, rowStart, columns, values };
}

/** The median of the places of each new sample's neighbours, coordinate by coordinate. */
function medianPlaces({ k, indices }: Neighbours, { data, columns }: FloatMatrix): Float32Array {
  const rows = indices.length / k;
  return Float32Array.from({ length: rows * columns }, (_, at) => {
    const [i, d] = [Math.floor(at / columns), at % columns];
    return median(Array.from(indices.subarray(i * k, (i + 1) * k), (j) => data[j * columns + d] as number));
  });
}
