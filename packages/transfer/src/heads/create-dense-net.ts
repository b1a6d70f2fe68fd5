import type { OwnMatrix } from '@animals/core';

/** Makes a function of two dense layers, relu then softmax, from their kernels and biases. */
export function createDenseNet(weights: readonly Float64Array[]): (xs: OwnMatrix) => OwnMatrix {
  const [hidden, hiddenBias, last, lastBias] = weights as [Float64Array, Float64Array, Float64Array, Float64Array];
  return (xs) => {
    const middle = dense(xs, hidden, hiddenBias);
    for (const [i, value] of middle.data.entries()) if (value < 0) middle.data[i] = 0;
    const out = dense(middle, last, lastBias);
    for (let row = 0; row < out.rows; row++) softmax(out.data.subarray(row * out.columns, (row + 1) * out.columns));
    return out;
  };
}

function dense({ data, rows, columns }: OwnMatrix, kernel: Float64Array, bias: Float64Array): OwnMatrix {
  const units = bias.length;
  const out = new Float64Array(rows * units);
  for (let row = 0; row < rows; row++) {
    const target = out.subarray(row * units, (row + 1) * units);
    target.set(bias);
    for (let j = 0; j < columns; j++) {
      const x = data[row * columns + j] as number;
      for (let k = 0; k < units; k++) target[k] = (target[k] as number) + x * (kernel[j * units + k] as number);
    }
  }
  return { data: out, rows, columns: units };
}

function softmax(scores: Float64Array): void {
  const most = scores.reduce((a, b) => Math.max(a, b));
  let total = 0;
  for (const [k, score] of scores.entries()) total += scores[k] = Math.exp(score - most);
  for (const [k, value] of scores.entries()) scores[k] = value / total;
}
