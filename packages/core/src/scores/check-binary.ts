import { ArgumentError } from '../errors.ts';

/**
 * Refuses what no score of two classes can be made of.
 *
 * @param name what the values are called in the error: `probabilities`, say, or `scores`
 * @throws ArgumentError unless labels are 0 or 1, values numbers, and there are equally many, at least one.
 */
export function checkBinary(labels: ArrayLike<number>, values: ArrayLike<number>, name = 'probabilities'): void {
  if (labels.length === 0) throw new ArgumentError('labels', 'labels must hold at least one value, got none');
  if (values.length !== labels.length) {
    throw new ArgumentError(name, `${name} must hold one value per label (${labels.length}), got ${values.length}`);
  }
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== 0 && labels[i] !== 1) {
      throw new ArgumentError('labels', `labels must be 0 or 1, got ${labels[i]} at ${i}`);
    }
    if (!(typeof values[i] === 'number' && !Number.isNaN(values[i]))) {
      throw new ArgumentError(name, `${name} must be numbers, got ${values[i]} at ${i}`);
    }
  }
}
