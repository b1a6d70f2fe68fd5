import { FRESH, type HeapTask, type NeighbourHeaps, WHO } from './neighbour-heaps.ts';

/** The heaps in TypeScript, for engines without WebAssembly: the same neighbours, distances alike to rounding. */
export function plainHeaps({ rows, k, list: longest, full }: HeapTask): NeighbourHeaps {
  const distances = new Float32Array(rows * k).fill(Number.POSITIVE_INFINITY);
  const ids = new Int32Array(rows * k).fill(-1);
  const list = new Int32Array(longest);
  const heaps = { k, distances, ids };
  const offer = (i: number, j: number) => {
    const most = Math.max(distances[i * k] as number, distances[j * k] as number);
    const distance = Math.fround(squaredBelow(full, { i, j, most }));
    return put(heaps, i, { id: j, distance }) + put(heaps, j, { id: i, distance });
  };
  const scan = (i: number, iEnd: number) => {
    for (let a = i; a < iEnd; a++) for (let b = a + 1; b < rows; b++) offer(a, b);
  };
  const join = (fresh: number, total: number) => {
    let changes = 0;
    for (let a = 0; a < fresh; a++) {
      for (let b = a + 1; b < total; b++) {
        if (list[a] !== list[b]) changes += offer(list[a] as number, list[b] as number);
      }
    }
    return changes;
  };
  return { ...heaps, stride: k, list, scan, join };
}

interface Pair {
  readonly i: number;
  readonly j: number;
  readonly most: number;
}

/** The squared distance, or some number above `most` once it is known to be that large. */
function squaredBelow({ data, columns }: HeapTask['full'], { i, j, most }: Pair): number {
  const [a, b] = [i * columns, j * columns];
  let sum = 0;
  for (let from = 0; from < columns && sum <= most; from += 64) {
    const to = Math.min(from + 64, columns);
    for (let p = from; p < to; p++) sum += ((data[a + p] as number) - (data[b + p] as number)) ** 2;
  }
  return sum;
}

type Heaps = Pick<NeighbourHeaps, 'k' | 'distances' | 'ids'>;

/** Puts id in place of the farthest entry of i if it is nearer and not there yet. Returns whether it did, 0 or 1. */
function put({ k, distances, ids }: Heaps, i: number, { id, distance }: { id: number; distance: number }): number {
  const base = i * k;
  if (!(distance < (distances[base] as number))) return 0;
  for (let p = base; p < base + k; p++) if (((ids[p] as number) & WHO) === id) return 0;
  let at = 0;
  for (let child = 1; child < k; child = 2 * at + 1) {
    if (child + 1 < k && (distances[base + child + 1] as number) > (distances[base + child] as number)) child++;
    if ((distances[base + child] as number) <= distance) break;
    distances[base + at] = distances[base + child] as number;
    ids[base + at] = ids[base + child] as number;
    at = child;
  }
  distances[base + at] = distance;
  ids[base + at] = id | FRESH;
  return 1;
}
