import { ArgumentError } from '@animals/core';

/**
 * Weights that make classes of different size count the same: n / (classes * count of the class).
 *
 * @param labels class indices of the training samples
 * @throws ArgumentError if a label is no integer in [0, classes), or a class has no sample.
 * @see sklearn.utils.class_weight.compute_class_weight('balanced')
 */
export function balancedClassWeights(
  labels: ArrayLike<number>,
  { classes = 2 }: { readonly classes?: number } = {},
): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (!(Number.isInteger(label) && label >= 0 && label < classes)) {
      throw new ArgumentError('labels', `labels must be integers in [0, ${classes}), got ${label} at ${i}`);
    }
    counts[label] = (counts[label] as number) + 1;
  }
  const empty = counts.indexOf(0);
  if (empty >= 0) throw new ArgumentError('labels', `labels must hold every class, got none of class ${empty}`);
  return counts.map((count) => labels.length / (classes * count));
}
