import { checkRows } from './check-rows.ts';

/**
 * Makes a binary question of several classes, for curves and areas: is it class `positive`?
 *
 * @param probabilities row by row, one value a class
 * @throws ArgumentError if the lengths do not fit, or a label is no integer in [0, classes).
 */
export function oneVersusRest(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  { classes, positive }: { readonly classes: number; readonly positive: number },
): { labels: number[]; scores: number[] } {
  checkRows(labels, probabilities, classes);
  return {
    labels: Array.from(labels, (label) => Number(label === positive)),
    scores: Array.from(labels, (_, i) => probabilities[i * classes + positive] as number),
  };
}
