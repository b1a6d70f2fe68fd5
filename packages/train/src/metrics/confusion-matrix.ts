import { ArgumentError } from '@animals/core';

/**
 * Counts pairs of class indices: row = true class, column = predicted class.
 *
 * `classes` is the number of classes; by default one more than the largest index seen.
 * @throws ArgumentError if the lengths differ or an index is no integer in [0, classes).
 * @see sklearn.metrics.confusion_matrix
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  { classes }: { classes?: number } = {},
): number[][] {
  if (predicted.length !== labels.length) {
    throw new ArgumentError('predicted', `predicted must hold ${labels.length} values, got ${predicted.length}`);
  }
  const indices = [...Array.from(labels), ...Array.from(predicted)];
  const size = classes ?? indices.reduce((most, index) => Math.max(most, index + 1), 0);
  const wrong = indices.find((index) => !Number.isInteger(index) || index < 0 || index >= size);
  if (wrong !== undefined) {
    throw new ArgumentError('labels', `labels and predicted must be integers in [0, ${size}), got ${wrong}`);
  }
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (let i = 0; i < labels.length; i++) {
    const row = matrix[labels[i] as number] as number[];
    row[predicted[i] as number] = (row[predicted[i] as number] as number) + 1;
  }
  return matrix;
}
