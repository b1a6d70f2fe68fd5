import { FIRST_BITS, STEP_BITS } from './force-tables.ts';
import type { Layout, LayoutTask } from './layout.ts';

const SHARE = 1 / (1 << STEP_BITS);

/** The layout in TypeScript, for engines without WebAssembly: the same points to the last bit. */
export function plainLayout({ dims, edges, points, anchors, tables, negativeSamples, rng }: LayoutTask): Layout {
  const heads = points.slice();
  const tails = anchors ?? heads;
  const count = tails.length / dims;
  const due = edges.periods.slice();
  const pushDue = edges.periods.map((period) => period / negativeSamples);
  const pair = { heads, tails, dims, moveTails: anchors === undefined };
  const runEpoch = (epoch: number, alpha: number) => {
    for (let e = 0; e < due.length; e++) {
      if ((due[e] as number) > epoch) continue;
      const period = edges.periods[e] as number;
      const i = edges.heads[e] as number;
      pull(pair, i, edges.tails[e] as number, { table: tables.attraction, alpha });
      due[e] = (due[e] as number) + period;
      const pushPeriod = period / negativeSamples;
      const pushes = Math.trunc((epoch - (pushDue[e] as number)) / pushPeriod);
      for (let p = 0; p < pushes; p++) {
        const k = Math.floor((rng.uint32() * count) / 2 ** 32);
        if (pair.moveTails && k === i) continue;
        push(pair, i, k, { table: tables.repulsion, alpha });
      }
      pushDue[e] = (pushDue[e] as number) + pushes * pushPeriod;
    }
  };
  return { points: heads, runEpoch };
}

interface Pair {
  readonly heads: Float32Array;
  readonly tails: Float32Array;
  readonly dims: number;
  readonly moveTails: boolean;
}

interface Force {
  readonly table: Float64Array;
  readonly alpha: number;
}

function pull({ heads, tails, dims, moveTails }: Pair, i: number, j: number, { table, alpha }: Force): void {
  const [a, b] = [i * dims, j * dims];
  const strength = lookUp(table, squared(heads, a, tails, b, dims));
  for (let p = 0; p < dims; p++) {
    const [x, y] = [heads[a + p] as number, tails[b + p] as number];
    const move = clip(strength * (x - y)) * alpha;
    heads[a + p] = x + move;
    if (moveTails) tails[b + p] = y - move;
  }
}

function push({ heads, tails, dims }: Pair, i: number, k: number, { table, alpha }: Force): void {
  const [a, b] = [i * dims, k * dims];
  const square = squared(heads, a, tails, b, dims);
  const strength = lookUp(table, square);
  for (let p = 0; p < dims; p++) {
    const x = heads[a + p] as number;
    const move = square > 0 ? clip(strength * (x - (tails[b + p] as number))) : 4;
    heads[a + p] = x + move * alpha;
  }
}

function squared(xs: Float32Array, a: number, ys: Float32Array, b: number, dims: number): number {
  let sum = 0;
  for (let p = 0; p < dims; p++) {
    const d = (xs[a + p] as number) - (ys[b + p] as number);
    sum += d * d;
  }
  return sum;
}

const single = new Float32Array(1);
const word = new Int32Array(single.buffer);

function lookUp(table: Float64Array, square: number): number {
  single[0] = square;
  const bits = (word[0] as number) - FIRST_BITS;
  if (bits <= 0) return table[0] as number;
  const entry = bits >> STEP_BITS;
  if (entry > table.length - 2) return table[table.length - 1] as number;
  const low = table[entry] as number;
  return low + ((table[entry + 1] as number) - low) * ((bits & ((1 << STEP_BITS) - 1)) * SHARE);
}

const clip = (x: number) => (x > 4 ? 4 : x < -4 ? -4 : x);
