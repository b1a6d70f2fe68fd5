import { ArgumentError } from '@animals/core';

/**
 * Gives each class the weight n / (k * n_c), so that all k classes weigh the same together, whatever their sizes n_c.
 *
 * @param labels class indices from 0
 * @param classes how many there are; one more than the largest label when left out
 * @returns one weight a class; over the samples they average 1
 * @throws ArgumentError if a label is no class index, or a class has no sample.
 * @see scikit-learn compute_class_weight('balanced').
 */
export function classWeights(labels: ArrayLike<number>, classes?: number): Float64Array {
  const counts = countLabels(labels, classes);
  return Float64Array.from(counts, (count) => labels.length / (counts.length * count));
}

/** Counts the samples of each class. @throws ArgumentError as `classWeights` does */
export function countLabels(labels: ArrayLike<number>, classes?: number): number[] {
  const counts: number[] = Array.from({ length: classes ?? 0 }, () => 0);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (!Number.isInteger(label) || label < 0 || label >= (classes ?? 2 ** 16)) {
      throw new ArgumentError('labels', `labels must be class indices from 0, got ${label} at ${i}`);
    }
    while (counts.length <= label) counts.push(0);
    counts[label] = (counts[label] as number) + 1;
  }
  const empty = counts.indexOf(0);
  if (counts.length > 0 && empty < 0) return counts;
  throw new ArgumentError(
    'labels',
    `labels must hold a sample of every class, got none of class ${Math.max(0, empty)}`,
  );
}
