/** The two sides of a split, as sorted indices. */
export interface Parts {
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Parts of n samples of which the test part is given by a mark a sample; the rest is train. */
export function partsOf(isTest: (sample: number) => boolean, n: number): Parts {
  const train = new Uint32Array(n);
  const test = new Uint32Array(n);
  let [trained, tested] = [0, 0];
  for (let sample = 0; sample < n; sample++) {
    if (isTest(sample)) test[tested++] = sample;
    else train[trained++] = sample;
  }
  return { train: train.slice(0, trained), test: test.slice(0, tested) };
}

/** The samples that carry a mark, in ascending order. */
export function indicesWith(marks: Uint8Array, mark: number): Uint32Array {
  return partsOf((sample) => marks[sample] === mark, marks.length).test;
}
