import { ArgumentError } from '@animals/core';

/** @throws ArgumentError unless labels are 0 or 1, scores numbers, and there are equally many, at least one. */
export function checkBinary(labels: ArrayLike<number>, scores: ArrayLike<number>): void {
  if (labels.length === 0) throw new ArgumentError('labels', 'labels must hold at least one value, got none');
  if (scores.length !== labels.length) {
    throw new ArgumentError(
      'probabilities',
      `probabilities must hold one value per label (${labels.length}), got ${scores.length}`,
    );
  }
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 0 && labels[i] !== 1) {
      throw new ArgumentError('labels', `labels must be 0 or 1, got ${labels[i]} at ${i}`);
    }
    if (!(typeof scores[i] === 'number' && !Number.isNaN(scores[i]))) {
      throw new ArgumentError('probabilities', `probabilities must be numbers, got ${scores[i]} at ${i}`);
    }
  }
}
