import { ArgumentError, type Fold, LeakError } from '@animals/core';
import type { Name } from './split/encode.ts';

/** What must not be on both sides of a split; each list has one entry a sample. */
export interface LeakEvidence {
  /** What belongs together: an animal, a burst of photographs. */
  readonly groups?: ArrayLike<Name>;
  /** What each sample was derived from. */
  readonly sourceIds?: ArrayLike<Name>;
  /** Hashes of the samples' contents. */
  readonly hashes?: ArrayLike<Name>;
}

/**
 * Throws if a fold has a sample, a group, a source or a content on both of its sides.
 *
 * @throws LeakError naming the first sample of the test part that has a counterpart in train, and that counterpart.
 * @throws ArgumentError if a list is too short for the fold.
 */
export function assertNoLeak(fold: Fold, { groups, sourceIds, hashes }: LeakEvidence = {}): void {
  checkSides(fold, 'sample', (sample) => sample);
  if (groups) checkSides(fold, 'group', lookUp(groups, 'groups'));
  if (sourceIds) checkSides(fold, 'source', lookUp(sourceIds, 'sourceIds'));
  if (hashes) checkSides(fold, 'content', lookUp(hashes, 'hashes'));
}

function checkSides(fold: Fold, what: string, markOf: (sample: number) => Name): void {
  const trained = new Map<Name, number>();
  for (const sample of fold.train) trained.set(markOf(sample), sample);
  for (const sample of fold.test) {
    const value = markOf(sample);
    const twin = trained.get(value);
    if (twin !== undefined) throw new LeakError(leakMessage(fold, what, { value, sample, twin }));
  }
}

function lookUp(values: ArrayLike<Name>, parameter: string): (sample: number) => Name {
  return (sample) => {
    const value = values[sample];
    if (value !== undefined) return value;
    throw new ArgumentError(
      parameter,
      `${parameter} must hold one for each sample, got ${values.length}, none for ${sample}`,
    );
  };
}

interface Leak {
  readonly value: Name;
  readonly sample: number;
  readonly twin: number;
}

function leakMessage({ index, repeat }: Fold, what: string, { value, sample, twin }: Leak): string {
  const where = `fold ${index} of repeat ${repeat}`;
  if (what === 'sample') return `${where} has sample ${sample} in both train and test`;
  return `${where} has ${what} ${JSON.stringify(value)} on both sides: sample ${sample} in test, sample ${twin} in train`;
}
