import type { Codes } from './encode.ts';

/** One row a group: how many members of each class it has. */
export function groupTable(classes: Codes, members: Codes): Float64Array[] {
  const table = Array.from(members.counts, () => new Float64Array(classes.counts.length));
  members.codes.forEach((group, i) => {
    const row = table[group] as Float64Array;
    const label = classes.codes[i] as number;
    row[label] = (row[label] as number) + 1;
  });
  return table;
}
