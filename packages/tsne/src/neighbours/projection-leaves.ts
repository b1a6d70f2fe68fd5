import type { Rng } from '@animals/core';
import type { FloatMatrix } from '../input/input.ts';

/**
 * Splits samples in halves, again and again, by their projections on the line through two of them, until at most
 * `size` are together; gives the groups.
 *
 * Cut at the median, so that also equal samples are split and every group has more than a quarter of `size`.
 * @see Dasgupta and Freund, "Random projection trees and low dimensional manifolds" (2008)
 */
export function projectionLeaves(xs: FloatMatrix, size: number, rng: Rng): readonly Int32Array[] {
  const order = Int32Array.from({ length: xs.rows }, (_, i) => i);
  const keys = new Float64Array(xs.rows);
  const leaves: Int32Array[] = [];
  const open: Int32Array[] = [order];
  for (let group = open.pop(); group; group = open.pop()) {
    if (group.length <= size) {
      leaves.push(group);
      continue;
    }
    project(xs, group, { keys, rng });
    const middle = group.length >> 1;
    selectByKey(group, keys, middle);
    open.push(group.subarray(middle), group.subarray(0, middle));
  }
  return leaves;
}

function project(
  { data, columns }: FloatMatrix,
  group: Int32Array,
  { keys, rng }: { keys: Float64Array; rng: Rng },
): void {
  const a = (group[rng.int(0, group.length)] as number) * columns;
  const b = (group[rng.int(0, group.length)] as number) * columns;
  const line = new Float64Array(columns);
  for (let p = 0; p < columns; p++) line[p] = (data[b + p] as number) - (data[a + p] as number);
  for (const i of group) {
    let key = 0;
    for (let p = 0; p < columns; p++) key += (data[i * columns + p] as number) * (line[p] as number);
    keys[i] = key;
  }
}

/** Brings the samples of the `middle` least keys to the front of a group (Hoare's selection). */
function selectByKey(group: Int32Array, keys: Float64Array, middle: number): void {
  let [low, high] = [0, group.length - 1];
  while (low < high) {
    const pivot = keys[group[(low + high) >> 1] as number] as number;
    let [i, j] = [low, high];
    while (i <= j) {
      while ((keys[group[i] as number] as number) < pivot) i++;
      while ((keys[group[j] as number] as number) > pivot) j--;
      if (i > j) break;
      const held = group[i] as number;
      group[i++] = group[j] as number;
      group[j--] = held;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}
