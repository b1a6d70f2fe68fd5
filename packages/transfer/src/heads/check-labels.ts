import { ArgumentError } from '@animals/core';

/** Copies labels, integers from 0 of which each up to the largest is there, and counts the classes. */
export function checkLabels(labels: ArrayLike<number>, rows: number): { labels: Uint32Array; classes: number } {
  if (labels.length !== rows) {
    throw new ArgumentError('labels', `labels must hold one class a sample, ${rows}, got ${labels.length}`);
  }
  const copy = Uint32Array.from(labels);
  const bad = copy.findIndex((label, i) => label !== labels[i]);
  if (bad >= 0) throw new ArgumentError('labels', `labels must be whole numbers from 0, got ${labels[bad]} at ${bad}`);
  const classes = copy.reduce((most, label) => Math.max(most, label + 1), 0);
  if (classes < 2 || new Set(copy).size < classes) {
    throw new ArgumentError(
      'labels',
      `labels must name two classes or more, each from 0 on at least once, got ${new Set(copy).size} of ${classes}`,
    );
  }
  return { labels: copy, classes };
}
