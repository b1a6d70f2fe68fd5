/**
 * Spearman's correlation of two lists: that of their ranks, equal values sharing the mean of theirs. 0 where one is constant.
 *
 * Values are taken in single precision and at least 0; up to two million of them.
 */
export function rankCorrelation(xs: Float32Array, ys: Float32Array): number {
  const [p, q] = [sharedRanks(xs), sharedRanks(ys)];
  const mean = (xs.length + 1) / 2;
  let [pq, pp, qq] = [0, 0, 0];
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [(p[i] as number) - mean, (q[i] as number) - mean];
    pq += a * b;
    pp += a * a;
    qq += b * b;
  }
  return pp > 0 && qq > 0 ? pq / Math.sqrt(pp * qq) : 0;
}

const ROOM = 2 ** 21;

function sharedRanks(values: Float32Array): Float64Array {
  // Adding 0 makes -0, whose bits are large, 0.
  const bits = new Uint32Array(values.map((value) => value + 0).buffer);
  const keys = Float64Array.from(bits, (word, i) => word * ROOM + i).sort();
  const ranks = new Float64Array(values.length);
  for (let from = 0, to = 0; from < keys.length; from = to) {
    const word = Math.floor((keys[from] as number) / ROOM);
    while (to < keys.length && Math.floor((keys[to] as number) / ROOM) === word) to++;
    for (let at = from; at < to; at++) ranks[(keys[at] as number) % ROOM] = (from + 1 + to) / 2;
  }
  return ranks;
}
