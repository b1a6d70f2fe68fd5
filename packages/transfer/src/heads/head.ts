import type { OwnMatrix, Samples } from '@animals/core';

/** A classifier on features: plain data that holds no tensor. */
export interface Head {
  readonly classes: number;
  /** Shape [samples, classes], each row sums to 1. */
  predictProbability(features: Samples): OwnMatrix;
  /** The most probable class of each sample, the lower one of two that are equally so. */
  predict(features: Samples): Uint32Array;
}

/** A head made of its probabilities. */
export function headOf(classes: number, predictProbability: (features: Samples) => OwnMatrix): Head {
  return { classes, predictProbability, predict: (features) => likeliest(predictProbability(features)) };
}

function likeliest({ data, rows, columns }: OwnMatrix): Uint32Array {
  return Uint32Array.from({ length: rows }, (_, row) => {
    const sample = data.subarray(row * columns, (row + 1) * columns);
    return sample.indexOf(sample.reduce((a, b) => Math.max(a, b)));
  });
}
