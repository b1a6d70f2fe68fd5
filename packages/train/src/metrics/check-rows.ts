import { ArgumentError } from '@animals/core';

/** @throws ArgumentError unless labels are classes and there is a row of `classes` probabilities for each, at least one. */
export function checkRows(labels: ArrayLike<number>, probabilities: ArrayLike<number>, classes: number): void {
  if (!(Number.isInteger(classes) && classes >= 2)) {
    throw new ArgumentError('classes', `classes must be an integer from 2, got ${classes}`);
  }
  if (labels.length === 0) throw new ArgumentError('labels', 'labels must hold at least one value, got none');
  if (probabilities.length !== labels.length * classes) {
    throw new ArgumentError(
      'probabilities',
      `probabilities must hold ${classes} values a label (${labels.length * classes}), got ${probabilities.length}`,
    );
  }
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (Number.isInteger(label) && label >= 0 && label < classes) continue;
    throw new ArgumentError('labels', `labels must be integers in [0, ${classes}), got ${label} at ${i}`);
  }
}
