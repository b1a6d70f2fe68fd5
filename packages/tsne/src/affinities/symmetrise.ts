import type { DenseAffinities, SparseAffinities } from './affinities.ts';

/** Neighbours of each sample and what share of its affinity it gives them. */
export interface Shares {
  readonly k: number;
  readonly indices: Int32Array | Uint32Array;
  /** Rows of sum one, [n * k]. */
  readonly shares: Float32Array;
}

/** Affinities (p_j|i + p_i|j) / sum between all pairs, from neighbours that are all the other samples. */
export function denseAffinities({ k, indices, shares }: Shares): DenseAffinities {
  const rows = shares.length / k;
  const stride = Math.ceil(rows / 4) * 4;
  const values = new Float32Array(rows * stride);
  for (let e = 0; e < shares.length; e++) values[Math.floor(e / k) * stride + indices[e]!] = shares[e]!;
  const total = 2 * sum(shares);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) {
      const both = (values[i * stride + j]! + values[j * stride + i]!) / total;
      values[i * stride + j] = values[j * stride + i] = both;
    }
  }
  return { kind: 'dense', rows, stride, values };
}

/**
 * Affinities (p_j|i + p_i|j) / sum between neighbours, either way.
 *
 * A row holds first the sample's own neighbours, nearest first, then those that it is a neighbour of, by number.
 */
export function sparseAffinities(given: Shares): SparseAffinities {
  const back = transpose(given);
  const rowStart = rowStarts(given, back);
  const rows = rowStart.length - 1;
  const columns = new Uint32Array(rowStart[rows]!);
  const values = new Float32Array(rowStart[rows]!);
  const total = 2 * sum(given.shares);
  // Where in its row each sample stands, for the row at hand.
  const place = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const start = rowStart[i]!;
    let at = start;
    const add = (j: number, share: number) => {
      const known = place[j]! >= start && columns[place[j]!] === j && place[j]! < at;
      const to = known ? place[j]! : at++;
      place[j] = to;
      columns[to] = j;
      values[to] = values[to]! + share;
    };
    for (let e = i * given.k; e < (i + 1) * given.k; e++) add(given.indices[e]!, given.shares[e]!);
    for (let e = back.rowStart[i]!; e < back.rowStart[i + 1]!; e++) add(back.columns[e]!, back.shares[e]!);
    columns.fill(i, at, rowStart[i + 1]!);
  }
  // At the end, so that a pair has the same bits both ways.
  for (let e = 0; e < values.length; e++) values[e] = values[e]! / total;
  return { kind: 'sparse', rows, rowStart, columns, values };
}

/** Who has each sample as neighbour. */
interface Back {
  readonly rowStart: Uint32Array;
  readonly columns: Uint32Array;
  readonly shares: Float32Array;
}

function transpose({ k, indices, shares }: Shares): Back {
  const rows = shares.length / k;
  const rowStart = new Uint32Array(rows + 1);
  for (let e = 0; e < indices.length; e++) rowStart[indices[e]! + 1]!++;
  for (let i = 0; i < rows; i++) rowStart[i + 1]! += rowStart[i]!;
  const next = rowStart.slice();
  const columns = new Uint32Array(indices.length);
  const values = new Float32Array(indices.length);
  for (let e = 0; e < indices.length; e++) {
    const at = next[indices[e]!]!++;
    columns[at] = Math.floor(e / k);
    values[at] = shares[e]!;
  }
  return { rowStart, columns, shares: values };
}

/** Where rows begin once pairs that are neighbours both ways are merged and rows filled up to fours. */
function rowStarts({ k, indices }: Shares, back: Back): Uint32Array {
  const rows = back.rowStart.length - 1;
  const rowStart = new Uint32Array(rows + 1);
  const seenBy = new Int32Array(rows).fill(-1);
  for (let i = 0; i < rows; i++) {
    let length = k;
    for (let e = i * k; e < (i + 1) * k; e++) seenBy[indices[e]!] = i;
    for (let e = back.rowStart[i]!; e < back.rowStart[i + 1]!; e++) if (seenBy[back.columns[e]!] !== i) length++;
    rowStart[i + 1] = rowStart[i]! + Math.ceil(length / 4) * 4;
  }
  return rowStart;
}

/** Entries of zero count too, so that a sum of rows is what rounding made of it. */
function sum(shares: Float32Array): number {
  return shares.reduce((total, share) => total + share, 0);
}
