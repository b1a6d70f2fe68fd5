import type { ImageRecord, Manifest } from '@animals/core';

/** Pictures whose files are equal, byte for byte. */
export interface Duplicates {
  /** Files that could be left out without losing a picture. */
  readonly exact: number;
  /** Ids of each set of equal files, in the manifest's order. */
  readonly groups: readonly (readonly string[])[];
  /** How many of these groups lie in more than one class: the same picture under two labels. */
  readonly acrossClasses: number;
}

/** Finds files of equal content by their hashes; of a manifest of every folder, those that stand in more than one. */
export function findDuplicates({ records }: Manifest): Duplicates {
  const byHash = new Map<string, ImageRecord[]>();
  for (const record of records) {
    const others = byHash.get(record.sha256);
    if (others) others.push(record);
    else byHash.set(record.sha256, [record]);
  }
  const groups = [...byHash.values()].filter((group) => group.length > 1);
  return {
    exact: groups.reduce((sum, group) => sum + group.length - 1, 0),
    groups: groups.map((group) => group.map(({ id }) => id)),
    acrossClasses: groups.filter((group) => new Set(group.map(({ label }) => label)).size > 1).length,
  };
}
