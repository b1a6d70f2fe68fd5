/** The two sides of a split, as sorted indices. */
export interface Parts {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Splits samples by a mark each has: those with `mark` are the test part, the rest is train. */
export function partsByMark(marks: Uint32Array, mark: number): Parts {
  const count = countOf(marks, mark);
  const train = new Uint32Array(marks.length - count);
  const test = new Uint32Array(count);
  let [trained, tested] = [0, 0];
  for (let sample = 0; sample < marks.length; sample++) {
    if (marks[sample] === mark) test[tested++] = sample;
    else train[trained++] = sample;
  }
  return { train, test };
}

/** The samples that carry a mark, in ascending order. */
export function indicesWith(marks: Uint32Array, mark: number): Uint32Array {
  return partsByMark(marks, mark).test;
}

function countOf(marks: Uint32Array, mark: number): number {
  let count = 0;
  for (let sample = 0; sample < marks.length; sample++) if (marks[sample] === mark) count++;
  return count;
}
