import { ArgumentError, type Manifest } from '@animals/core';
import type { NearDuplicate } from './create-find-near-duplicates.ts';

/**
 * Names a group for every record, so that pictures that look alike stay on one side of a split: `splitManifest`'s `groups`.
 *
 * Records of one group stay together, and groups that a pair joins become one, chains of pairs included.
 * @returns one name a record, in the manifest's order: the group of the first record that belongs to it
 * @throws ArgumentError if a pair names a picture that the manifest lacks.
 */
export function groupDuplicates({ records }: Manifest, pairs: readonly Pick<NearDuplicate, 'ids'>[]): string[] {
  const leader = new Map(records.map(({ group }) => [group, group]));
  const groupOf = new Map(records.map(({ id, group }) => [id, group]));
  const order = new Map([...leader.keys()].map((group, i) => [group, i]));
  const find = (group: string): string => {
    let at = group;
    for (let next = leader.get(at) as string; next !== at; next = leader.get(at) as string) at = next;
    leader.set(group, at);
    return at;
  };
  for (const { ids } of pairs) {
    const [a, b] = ids.map((id) => {
      const group = groupOf.get(id);
      if (group === undefined) throw new ArgumentError('pairs', `pairs must name pictures of the manifest, got ${id}`);
      return find(group);
    }) as [string, string];
    const [first, second] = (order.get(a) as number) <= (order.get(b) as number) ? [a, b] : [b, a];
    leader.set(second, first);
  }
  return records.map(({ group }) => find(group));
}
