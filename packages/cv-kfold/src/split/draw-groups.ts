import type { Rng } from '@animals/core';
import type { Codes } from './encode.ts';
import { groupTable } from './group-table.ts';

interface Draw {
  readonly classes: Codes;
  readonly members: Codes;
  /** Samples of each class wanted in the test part, of all of them. */
  readonly share: number;
  readonly rng: Rng;
}

/**
 * Draws whole groups at random for the test part, until each class has about the wanted share of its samples there.
 *
 * A group is taken if that brings the shares closer to the wanted one. Of a single class the test part is off by at most
 * half of the largest group. With two groups or more neither part is empty.
 * @returns a mark for each group: 1 in the test part, 0 in train.
 */
export function drawGroups({ classes, members, share, rng }: Draw): Uint8Array {
  const table = groupTable(classes, members);
  const wanted = Float64Array.from(classes.counts, (count) => share * count);
  const test = new Float64Array(classes.counts.length);
  const isTest = new Uint8Array(table.length);
  const order = rng.permutation(table.length);
  const distance = (row: Float64Array | null) => distanceOf(test, row, { wanted, totals: classes.counts });
  let taken = 0;
  for (const group of order) {
    const row = table[group] as Float64Array;
    if (taken === table.length - 1 || distance(row) >= distance(null)) continue;
    addTo(test, row);
    isTest[group] = 1;
    taken++;
  }
  if (taken === 0) isTest[closest(order, (group) => distance(table[group] as Float64Array))] = 1;
  return isTest;
}

/** Sum over the classes of how far the test part's share would be from the wanted one. */
function distanceOf(
  test: Float64Array,
  row: Float64Array | null,
  { wanted, totals }: { wanted: Float64Array; totals: Uint32Array },
): number {
  let sum = 0;
  for (let c = 0; c < test.length; c++) {
    const count = (test[c] as number) + (row?.[c] ?? 0);
    sum += Math.abs(count - (wanted[c] as number)) / (totals[c] as number);
  }
  return sum;
}

function addTo(target: Float64Array, row: Float64Array): void {
  for (let c = 0; c < row.length; c++) target[c] = (target[c] as number) + (row[c] as number);
}

function closest(order: Uint32Array, distance: (group: number) => number): number {
  return order.reduce((best, group) => (distance(group) < distance(best) ? group : best));
}
