import { ArgumentError, createRng } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { supportsSimd } from '../kernels/supports-simd.ts';
import { CANDIDATES, descend, seedHeaps } from './descend.ts';
import { type NeighbourHeaps, WHO } from './neighbour-heaps.ts';
import type { Metric, NeighbourOptions, Neighbours } from './neighbours.ts';
import { createPace, type Pace } from './pace.ts';
import { plainHeaps } from './plain-heaps.ts';
import { prepare } from './prepare.ts';
import { sketchOf } from './sketch.ts';
import { wasmHeaps } from './wasm-heaps.ts';

const BLOCK = 96;

/**
 * The k nearest neighbours of each sample.
 *
 * `exact` scans all pairs. Where samples have many features it first compares sketches of 64 values, whose distances are
 * never more than the true ones, so what it skips is no neighbour; it draws nothing from `rng`.
 * @throws ArgumentError if k, metric or method is out of range, or a sample is all zeros with `cosine`.
 * @throws the signal's reason if it aborts.
 */
export async function findNeighbours(xs: FloatMatrix, options: NeighbourOptions): Promise<Neighbours> {
  const { k, metric = 'euclidean', rng, signal, onProgress } = options;
  checkOptions(xs.rows, options);
  signal?.throwIfAborted();
  const method = options.method === 'auto' || options.method === undefined ? chooseMethod(xs, k) : options.method;
  const full = prepare(xs, metric);
  const sketch = await sketchOf(full);
  const make = supportsSimd() ? wasmHeaps : plainHeaps;
  const heaps = await make({ rows: xs.rows, k, list: Math.max(2 * CANDIDATES, k + 1), full, sketch });
  const pace = createPace({ signal, onProgress });
  const points = sketch ?? full;
  if (method === 'exact') await scanAll(heaps, points, pace);
  else await descend(heaps, { points, rng, pace });
  onProgress?.(1);
  return sorted(heaps, xs.rows, metric);
}

async function scanAll(heaps: NeighbourHeaps, points: FloatMatrix, pace: Pace): Promise<void> {
  const { rows } = points;
  if (rows > 8 * heaps.list.length) await seedHeaps(heaps, 1, { points, rng: createRng(0), pace });
  for (let i = 0; i < rows; i += BLOCK) {
    heaps.scan(i, Math.min(i + BLOCK, rows));
    const left = 1 - (i + BLOCK) / rows;
    await pace(Math.min(1, 1 - left * Math.abs(left)));
  }
}

/** Pairs cost the exact search more with every sample, lists cost the descent more with every neighbour. */
function chooseMethod({ rows }: FloatMatrix, k: number): 'exact' | 'descent' {
  return rows <= 20_000 + 1000 * k ? 'exact' : 'descent';
}

function checkOptions(rows: number, { k, metric = 'euclidean', method = 'auto' }: NeighbourOptions): void {
  if (!Number.isInteger(k) || k < 1 || k >= rows) {
    throw new ArgumentError('k', `k must be an integer in [1, ${rows - 1}] for ${rows} samples, got ${k}`);
  }
  if (metric !== 'euclidean' && metric !== 'cosine') {
    throw new ArgumentError('metric', `metric must be 'euclidean' or 'cosine', got ${String(metric)}`);
  }
  if (method !== 'auto' && method !== 'exact' && method !== 'descent') {
    throw new ArgumentError('method', `method must be 'auto', 'exact' or 'descent', got ${String(method)}`);
  }
}

/** The heaps' entries, nearest first, of equally near ones the lower number first. */
function sorted({ k, stride, ids, distances }: NeighbourHeaps, rows: number, metric: Metric): Neighbours {
  const result = { k, indices: new Uint32Array(rows * k), distances: new Float32Array(rows * k) };
  const keys = new Float64Array(k);
  const order = new Uint32Array(k);
  for (let i = 0; i < rows; i++) {
    const base = i * stride;
    for (let p = 0; p < k; p++) keys[p] = distances[base + p] as number;
    for (let p = 0; p < k; p++) order[p] = p;
    const who = (p: number) => (ids[base + p] as number) & WHO;
    order.sort((a, b) => (keys[a] as number) - (keys[b] as number) || who(a) - who(b));
    for (let p = 0; p < k; p++) {
      const from = order[p] as number;
      const square = keys[from] as number;
      result.indices[i * k + p] = who(from);
      result.distances[i * k + p] = metric === 'cosine' ? square / 2 : Math.sqrt(square);
    }
  }
  return result;
}
