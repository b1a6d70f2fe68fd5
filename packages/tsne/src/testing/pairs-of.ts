import type { Affinities } from '../affinities/affinities.ts';

/** Affinities as rows of a whole matrix. */
export function pairsOf(affinities: Affinities): number[][] {
  const { rows, values } = affinities;
  const pairs = Array.from({ length: rows }, () => new Array<number>(rows).fill(0));
  for (let i = 0; i < rows; i++) {
    const row = pairs[i] as number[];
    if (affinities.kind === 'dense') {
      for (let j = 0; j < rows; j++) row[j] = values[i * affinities.stride + j] as number;
      continue;
    }
    for (let e = affinities.rowStart[i] as number; e < (affinities.rowStart[i + 1] as number); e++) {
      const j = affinities.columns[e] as number;
      row[j] = (row[j] as number) + (values[e] as number);
    }
  }
  return pairs;
}
