import { ArgumentError } from '@animals/core';

/** Who is told of what is odd but possible. */
export interface OnWarning {
  /** Is told of a class that is too small for every fold to have a member. Default `console.warn`. */
  readonly onWarning?: (message: string) => void;
}

/** Warns of classes with fewer than k members, and returns the largest k, which the largest class allows. */
export function checkClassSizes(
  counts: Uint32Array,
  { k = 5, onWarning = console.warn }: { readonly k?: number } & OnWarning,
): { readonly most: number; readonly units: string } {
  if (counts.length === 0) throw new ArgumentError('labels', 'labels must hold a label for each sample, got none');
  const [smallest, most] = [counts.reduce(lesser), counts.reduce(greater)];
  if (smallest < k && k <= most) {
    onWarning(`the smallest class has ${smallest} members, fewer than the ${k} folds: some folds will lack it`);
  }
  return { most, units: 'members of the largest class' };
}

const lesser = (a: number, b: number) => Math.min(a, b);
const greater = (a: number, b: number) => Math.max(a, b);
