import type { Fold } from '@animals/core';

/** The test parts as lists, for comparison. */
export function testParts(folds: Iterable<Fold>): number[][] {
  return Array.from(folds, ({ test }) => [...test]);
}

/** How many samples with each label every test part has. */
export function classCounts(folds: Iterable<Fold>, labels: ArrayLike<number>, classes: number): number[][] {
  return testParts(folds).map((part) => {
    const counts = Array<number>(classes).fill(0);
    for (const sample of part) counts[labels[sample] as number] = (counts[labels[sample] as number] as number) + 1;
    return counts;
  });
}

/** What is wrong with folds that should cover n samples once per repeat, or null. */
export function coverFault(folds: readonly Fold[], { n, k }: { n: number; k: number }): string | null {
  if (folds.length % k !== 0) return `${folds.length} folds`;
  for (let start = 0; start < folds.length; start += k) {
    const round = folds.slice(start, start + k);
    const tested = round.flatMap(({ test }) => [...test]).sort((a, b) => a - b);
    if (tested.length !== n || tested.some((sample, i) => sample !== i))
      return 'the test parts do not cover every sample once';
    if (round.some(({ index, repeat }, i) => index !== i || repeat !== start / k)) return 'index or repeat is wrong';
  }
  for (const { train, test } of folds) {
    const both = [...train, ...test].sort((a, b) => a - b);
    if (both.length !== n || both.some((sample, i) => sample !== i)) return 'train is not the rest of test';
    if (!isAscending(train) || !isAscending(test)) return 'a part is not sorted';
  }
  return null;
}

const isAscending = (part: Uint32Array) => part.every((sample, i) => i === 0 || sample > (part[i - 1] as number));
