import type { Rng } from '@animals/core';
import type { Name } from '../split/encode.ts';

/**
 * The samples of a part in random order; with labels so that each beginning holds the classes in proportion.
 *
 * Of a class of m members the j-th stands at (j + 1/2) / m of the way.
 */
export function subsetOrder(part: Uint32Array, labels: ArrayLike<Name> | undefined, rng: Rng): Uint32Array {
  const order = Uint32Array.from(rng.permutation(part.length), (i) => part[i] as number);
  if (!labels) return order;
  const members = new Map<Name, number>();
  const place = Array.from(order, (sample) => {
    const label = labels[sample] as Name;
    const j = members.get(label) ?? 0;
    members.set(label, j + 1);
    return { sample, label, j };
  });
  const way = ({ label, j }: { label: Name; j: number }) => (j + 0.5) / (members.get(label) as number);
  return Uint32Array.from(
    place.sort((a, b) => way(a) - way(b)),
    ({ sample }) => sample,
  );
}
