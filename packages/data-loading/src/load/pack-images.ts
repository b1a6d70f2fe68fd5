import { DataError, type ImageRecord, type ImageSet, type Manifest, type SkippedFile } from '@animals/core';
import { pictureLength, type Recipe } from './recipe.ts';

interface PackOptions {
  readonly recipe: Recipe;
  /** By position in the manifest. */
  readonly skipped: ReadonlyMap<number, SkippedFile>;
  /** Whether a class may be left without a picture. */
  readonly allowEmpty: boolean;
}

/**
 * Makes an image set of pictures that lie one after another, and closes the gaps of those that were skipped.
 *
 * @param pixels of every record, in the manifest's order; becomes part of the result
 * @throws DataError if a class has no picture left, or a record's label is none of the classes.
 */
export function packImages(
  { classes, records }: Manifest,
  pixels: Uint8Array,
  { recipe, skipped, allowEmpty }: PackOptions,
): ImageSet {
  const kept = records.filter((_, i) => !skipped.has(i));
  const labels = Uint8Array.from(kept, (record) => labelOf(record, classes));
  for (const [label, name] of classes.entries()) {
    if (allowEmpty || labels.includes(label)) continue;
    throw new DataError(name, 'has no picture left that can be used');
  }
  const [height, width] = recipe.size;
  return {
    pixels: closeGaps(pixels, records.length, pictureLength(recipe), skipped),
    count: kept.length,
    height,
    width,
    channels: recipe.channels,
    labels,
    classes,
    ids: kept.map(({ id }) => id),
    groups: kept.map(({ group }) => group),
    sourceIds: kept.map(({ sourceId }) => sourceId),
  };
}

function closeGaps(
  pixels: Uint8Array,
  count: number,
  length: number,
  skipped: ReadonlyMap<number, SkippedFile>,
): Uint8Array {
  if (skipped.size === 0) return pixels;
  let to = 0;
  for (let i = 0; i < count; i++) {
    if (skipped.has(i)) continue;
    pixels.copyWithin(to, i * length, (i + 1) * length);
    to += length;
  }
  return pixels.slice(0, to);
}

function labelOf({ path, label }: ImageRecord, classes: readonly string[]): number {
  const index = classes.indexOf(label);
  if (index < 0) throw new DataError(path, `has the label ${JSON.stringify(label)}, which is none of the classes`);
  return index;
}
