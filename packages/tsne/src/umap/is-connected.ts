import type { SparseRows } from './sparse-rows.ts';

/** Whether every sample can be reached from the first one. */
export function isConnected({ rows, rowStart, columns }: SparseRows): boolean {
  const seen = new Uint8Array(rows);
  const open = [0];
  seen[0] = 1;
  let reached = 1;
  for (let i = open.pop(); i !== undefined; i = open.pop()) {
    for (let p = rowStart[i] as number; p < (rowStart[i + 1] as number); p++) {
      const j = columns[p] as number;
      if (seen[j]) continue;
      seen[j] = 1;
      reached++;
      open.push(j);
    }
  }
  return reached === rows;
}
