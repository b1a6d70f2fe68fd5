/** Samples by their distance from one of them, and what rank each has. */
export interface RankedRow {
  /** The others, nearest first, of equally near ones the lower number first: [n - 1]. */
  readonly order: Uint32Array;
  /** From 1, the nearest, to n - 1; 0 for the sample itself: [n]. */
  readonly ranks: Uint32Array;
}

/** Most samples that a key has room for. */
const ROOM = 2 ** 21;
const single = new Float32Array(1);
const word = new Uint32Array(single.buffer);

/**
 * Ranks n samples by their distances from sample i; the result is written over by the next call.
 *
 * Sorts numbers that hold the distance's bits, which rise with it, above the sample's number: no comparison is called.
 */
export function createRanking(n: number): (distances: Float32Array, i: number) => RankedRow {
  const keys = new Float64Array(n - 1);
  const row = { order: new Uint32Array(n - 1), ranks: new Uint32Array(n) };
  return (distances, i) => {
    for (let j = 0, at = 0; j < n; j++) {
      if (j === i) continue;
      // Adding 0 makes -0, whose bits are large, 0.
      single[0] = (distances[j] as number) + 0;
      keys[at++] = (word[0] as number) * ROOM + j;
    }
    keys.sort();
    row.ranks[i] = 0;
    for (let at = 0; at < keys.length; at++) {
      const j = (keys[at] as number) % ROOM;
      row.order[at] = j;
      row.ranks[j] = at + 1;
    }
    return row;
  };
}
