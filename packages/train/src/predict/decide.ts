import { ArgumentError } from '@animals/core';
import type { Prediction } from './prediction.ts';

/** Turns a row of a model's output into a prediction. @throws ArgumentError if it holds no probabilities. */
export function decide(
  id: string,
  row: Float32Array,
  { classes, threshold }: { classes: readonly string[]; threshold: number },
): Prediction {
  const wrong = row.find((value) => !(value >= 0 && value <= 1 + 1e-5));
  if (wrong !== undefined) {
    throw new ArgumentError(
      'bundle',
      `bundle must hold a model that ends in a sigmoid or a softmax, got the output ${wrong}`,
    );
  }
  const probabilities = row.length === 1 ? [1 - (row[0] as number), row[0] as number] : Array.from(row);
  const classIndex =
    probabilities.length === 2 ? Number((probabilities[1] as number) > threshold) : largest(probabilities);
  return {
    ...{ id, classIndex, label: classes[classIndex] as string },
    probability: probabilities[classIndex] as number,
    probabilities,
  };
}

function largest(values: readonly number[]): number {
  return values.reduce((best, value, i) => (value > (values[best] as number) ? i : best), 0);
}
