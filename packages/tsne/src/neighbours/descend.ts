import type { Rng } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';
import { type NeighbourHeaps, WHO } from './neighbour-heaps.ts';
import type { Pace } from './pace.ts';
import { projectionLeaves } from './projection-leaves.ts';

/** Longest list of neighbours, and of samples that have one as neighbour, that are compared with each other. */
export const CANDIDATES = 50;
const TREES = 8;
const MOST_ROUNDS = 20;
/** Ends when a round changes less than this share of the entries. */
const SETTLED = 0.01;

interface Descent {
  /** Values that trees are made of. */
  readonly points: FloatMatrix;
  readonly rng: Rng;
  readonly pace: Pace;
}

/** Samples at the leaves of random trees are compared with each other; a good start for either search. */
export async function seedHeaps(heaps: NeighbourHeaps, trees: number, { points, rng, pace }: Descent): Promise<void> {
  for (let tree = 0; tree < trees; tree++) {
    for (const leaf of projectionLeaves(points, heaps.list.length, rng.split(tree))) {
      heaps.list.set(leaf);
      heaps.join(leaf.length, leaf.length);
    }
    await pace(0);
  }
}

/**
 * Nearest neighbours, nearly: neighbours of a neighbour are likely neighbours, so they are compared until little changes.
 *
 * @see Dong, Charikar, Li, "Efficient k-nearest neighbor graph construction for generic similarity measures" (2011)
 */
export async function descend(heaps: NeighbourHeaps, task: Descent): Promise<void> {
  const { rows } = task.points;
  await seedHeaps(heaps, TREES, task);
  const candidates = createCandidates(rows);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    collect(heaps, candidates, task.rng.split(`round ${round}`));
    let changes = 0;
    for (let i = 0; i < rows; i++) {
      changes += joinAround(i, heaps, candidates);
      if (i % 256 === 0) await task.pace(Math.min(0.99, (round + i / rows) / 10));
    }
    if (changes < SETTLED * rows * heaps.k) return;
  }
}

/** For each sample some of its neighbours either way: those that came since the last round, and others. */
interface Candidates {
  readonly fresh: Lists;
  readonly known: Lists;
}

interface Lists {
  readonly ids: Int32Array;
  /** How many are listed. */
  readonly counts: Int32Array;
  /** How many asked to be. */
  readonly seen: Int32Array;
}

function createCandidates(rows: number): Candidates {
  const lists = () => ({
    ids: new Int32Array(rows * CANDIDATES),
    counts: new Int32Array(rows),
    seen: new Int32Array(rows),
  });
  return { fresh: lists(), known: lists() };
}

/** Draws the candidates from the heaps, without preference (reservoir sampling). */
function collect({ k, stride, ids }: NeighbourHeaps, { fresh, known }: Candidates, rng: Rng): void {
  for (const { counts, seen } of [fresh, known]) {
    counts.fill(0);
    seen.fill(0);
  }
  const rows = fresh.counts.length;
  for (let i = 0; i < rows; i++) {
    for (let p = i * stride; p < i * stride + k; p++) {
      const id = ids[p] as number;
      if (id === -1) continue;
      const lists = id < 0 ? fresh : known;
      list(lists, i, id & WHO, rng);
      list(lists, id & WHO, i, rng);
    }
  }
  for (let i = 0; i < rows; i++) {
    for (let p = i * stride; p < i * stride + k; p++) {
      const id = ids[p] as number;
      if (id < -1 && isListed(fresh, i, id & WHO)) ids[p] = id & WHO;
    }
  }
}

function list({ ids, counts, seen }: Lists, i: number, id: number, rng: Rng): void {
  const count = counts[i] as number;
  const before = seen[i] as number;
  seen[i] = before + 1;
  if (count < CANDIDATES) {
    ids[i * CANDIDATES + count] = id;
    counts[i] = count + 1;
  } else {
    const place = Math.floor((rng.uint32() * (before + 1)) / 2 ** 32);
    if (place < CANDIDATES) ids[i * CANDIDATES + place] = id;
  }
}

function isListed({ ids, counts }: Lists, i: number, id: number): boolean {
  const base = i * CANDIDATES;
  for (let p = base; p < base + (counts[i] as number); p++) if (ids[p] === id) return true;
  return false;
}

function joinAround(i: number, heaps: NeighbourHeaps, { fresh, known }: Candidates): number {
  const base = i * CANDIDATES;
  const [first, rest] = [fresh.counts[i] as number, known.counts[i] as number];
  heaps.list.set(fresh.ids.subarray(base, base + first));
  heaps.list.set(known.ids.subarray(base, base + rest), first);
  return heaps.join(first, first + rest);
}
