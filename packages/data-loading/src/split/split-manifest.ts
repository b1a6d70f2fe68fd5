import { ArgumentError, createRng, type ImageRecord, type Manifest } from '@animals/core';

/** Into which parts to split, and how. */
export interface SplitManifestOptions<Part extends string = string> {
  /** Share of each part, above 0; together 1. Parts are filled in this order. */
  readonly fractions: Readonly<Record<Part, number>>;
  readonly seed?: number;
  /**
   * `hash`: a group's name and the seed alone decide, so that files added later move nothing; shares are met on average.
   * `exact`: each class's shares are met to within one group; files added later may move groups at the parts' ends.
   */
  readonly by?: 'hash' | 'exact';
  /** One a record, in place of the records' own: what belongs together, near-duplicates for instance. */
  readonly groups?: readonly string[];
}

/** Sorted indices of each part's records. */
export type ManifestSplit<Part extends string = string> = Readonly<Record<Part, Uint32Array>>;

/**
 * Splits a manifest's pictures into parts such as train, validation and test, and never separates a group.
 *
 * Every picture is in one part. Deterministic for a seed; byte-equal files share a group unless the scan was told otherwise.
 * @throws ArgumentError if the fractions do not add up to 1, there is not a group a record, or a part would be empty.
 */
export function splitManifest<Part extends string>(
  { records }: Pick<Manifest, 'records'>,
  options: SplitManifestOptions<Part>,
): ManifestSplit<Part> {
  const { fractions, seed = 0, by = 'hash', groups = records.map(({ group }) => group) } = options;
  const ends = checkFractions(fractions);
  checkOptions(by, groups, records.length);
  const rng = createRng(seed);
  const draws = new Map(groups.map((group) => [group, rng.split(group).uniform()]));
  const places = by === 'hash' ? draws : evenPlaces(records, groups, draws);
  const parts = groups.map((group) => partAt(ends, places.get(group) as number));
  const split = ends.map(([part]) => [part, indicesOf(parts, part)] as const);
  const empty = split.find(([, indices]) => indices.length === 0);
  if (empty) {
    const remedy = by === 'hash' ? "use by: 'exact' or another seed" : 'raise its fraction';
    throw new ArgumentError(
      'fractions',
      `fractions leave ${empty[0]} without a picture of ${records.length}; ${remedy}`,
    );
  }
  return Object.fromEntries(split) as ManifestSplit<Part>;
}

/** Parts with the place in [0, 1] at which each ends. */
type Ends = readonly (readonly [part: string, end: number])[];

function checkFractions(fractions: Readonly<Record<string, number>>): Ends {
  let end = 0;
  const ends = Object.entries(fractions).map(([part, fraction]) => {
    if (!(fraction > 0 && fraction <= 1)) {
      throw new ArgumentError('fractions', `fractions.${part} must be above 0 and at most 1, got ${fraction}`);
    }
    end += fraction;
    return [part, end] as const;
  });
  if (Math.abs(end - 1) > 1e-9) throw new ArgumentError('fractions', `fractions must add up to 1, got ${end}`);
  return ends;
}

function checkOptions(by: 'hash' | 'exact', groups: readonly string[], count: number): void {
  if (by !== 'hash' && by !== 'exact') {
    throw new ArgumentError('by', `by must be 'hash' or 'exact', got '${by satisfies never}'`);
  }
  if (groups.length === count) return;
  throw new ArgumentError('groups', `groups must name a group for each of ${count} records, got ${groups.length}`);
}

/** The last part takes what rounding leaves. */
function partAt(ends: Ends, place: number): string {
  return (ends.find(([, end]) => place < end) ?? (ends.at(-1) as Ends[number]))[0];
}

/**
 * Lines up the groups of each set of classes by their draws, and places each at a point of its stretch of the line, in [0, 1).
 *
 * Most groups are of one class; those of several, such as one content under two labels, make lines of their own.
 */
function evenPlaces(
  records: readonly ImageRecord[],
  groups: readonly string[],
  draws: ReadonlyMap<string, number>,
): Map<string, number> {
  const members = new Map<string, { size: number; labels: Set<string> }>();
  for (const [i, group] of groups.entries()) {
    const { size, labels } = members.get(group) ?? { size: 0, labels: new Set() };
    members.set(group, { size: size + 1, labels: labels.add((records[i] as ImageRecord).label) });
  }
  const lines = new Map<string, { group: string; size: number; draw: number }[]>();
  for (const [group, { size, labels }] of members) {
    const key = JSON.stringify([...labels].sort());
    const line = lines.get(key) ?? [];
    line.push({ group, size, draw: draws.get(group) as number });
    lines.set(key, line);
  }
  const places = new Map<string, number>();
  for (const line of lines.values()) {
    const total = line.reduce((sum, { size }) => sum + size, 0);
    let before = 0;
    for (const { group, size, draw } of line.sort((a, b) => a.draw - b.draw)) {
      places.set(group, (before + size * draw) / total);
      before += size;
    }
  }
  return places;
}

function indicesOf(parts: readonly string[], part: string): Uint32Array {
  return Uint32Array.from(parts.flatMap((each, i) => (each === part ? [i] : [])));
}
