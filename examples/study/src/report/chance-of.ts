import type { StudyResults } from '../results.ts';

/** Accuracy of always answering the larger class. */
export function chanceOf({ data: { positives, negatives } }: StudyResults): number {
  return Math.max(positives, negatives) / (positives + negatives);
}
