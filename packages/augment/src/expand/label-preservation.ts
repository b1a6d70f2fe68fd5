import { ArgumentError, type ImageSet, mean } from '@animals/core';

/** Gives one list of numbers a picture, from a frozen network or whatever tells pictures apart. */
export type Embedder = (images: ImageSet) => Promise<readonly ArrayLike<number>[]> | readonly ArrayLike<number>[];

/** How far copies have moved in a feature space. */
export interface LabelPreservation {
  /** Fraction of the copies whose nearest picture of another source has their label. */
  readonly preserved: number;
  /** The same of the pictures themselves: what `preserved` is to be compared with. */
  readonly baseline: number;
  /** Mean over copies of the distance to the own source, over the distance from that source to its nearest neighbour. */
  readonly relativeMove: number;
  /** For each copy, in the set's order: its index, and what the means are of. */
  readonly copies: readonly { readonly index: number; readonly preserved: boolean; readonly relativeMove: number }[];
}

/**
 * Tells whether copies still look like their class, in a feature space that does not know them.
 *
 * Takes a set of `expand` with its originals: a picture whose id is its source is an original. Distances are Euclidean.
 * @throws ArgumentError if there are no copies, an original is missing, or fewer than two sources.
 */
export async function labelPreservation(images: ImageSet, embedder: Embedder): Promise<LabelPreservation> {
  const { originals, copies } = partsOf(images);
  const features = await embedder(images);
  if (features.length !== images.count) {
    throw new ArgumentError(
      'embedder',
      `embedder must give one list a picture, got ${features.length} for ${images.count}`,
    );
  }
  const bySource = new Map(originals.map((index) => [images.sourceIds[index]!, index]));
  const away = (a: number, b: number) => distance(features[a]!, features[b]!);
  const nearest = (index: number) => nearestOther(index, images, originals, away);
  const own = new Map(originals.map((index) => [index, nearest(index)]));
  const judged = copies.map((index) => {
    const source = bySource.get(images.sourceIds[index]!);
    if (source === undefined) throw missingOriginal(images.sourceIds[index]!);
    const preserved = images.labels[nearest(index)] === images.labels[index];
    const scale = away(source, own.get(source)!);
    const moved = away(index, source);
    return { index, preserved, relativeMove: moved === 0 ? 0 : moved / scale };
  });
  const same = originals.filter((index) => images.labels[own.get(index)!] === images.labels[index]);
  return {
    preserved: judged.filter(({ preserved }) => preserved).length / judged.length,
    baseline: same.length / originals.length,
    relativeMove: mean(judged.map(({ relativeMove }) => relativeMove)),
    copies: judged,
  };
}

/** Indices of the pictures themselves, and of their copies. */
export function partsOf(images: ImageSet): { readonly originals: number[]; readonly copies: number[] } {
  const indices = Array.from({ length: images.count }, (_, i) => i);
  const originals = indices.filter((i) => images.ids[i] === images.sourceIds[i]);
  const copies = indices.filter((i) => images.ids[i] !== images.sourceIds[i]);
  if (copies.length === 0)
    throw new ArgumentError('images', 'images must hold copies, got none; give what expand returns');
  if (originals.length < 2) {
    throw new ArgumentError(
      'images',
      `images must hold at least two originals, got ${originals.length}; keepOriginals`,
    );
  }
  return { originals, copies };
}

function nearestOther(
  index: number,
  { sourceIds }: ImageSet,
  originals: readonly number[],
  away: (a: number, b: number) => number,
): number {
  const others = originals.filter((other) => sourceIds[other] !== sourceIds[index]);
  return others.reduce((best, other) => (away(index, other) < away(index, best) ? other : best), others[0]!);
}

/** Euclidean. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2;
  return Math.sqrt(sum);
}

function missingOriginal(id: string): ArgumentError {
  return new ArgumentError('images', `images must hold the original of each copy, got none for ${id}; keepOriginals`);
}
