import { DataError, type ImageRecord, type ImageSet, type Manifest, type SkippedFile } from '@animals/core';

/**
 * Lays pictures of one size after each other, and leaves out what could not be loaded.
 *
 * @param outcomes one a record, in the manifest's order: pixels of shape [height, width, 3], or why there are none
 * @throws DataError if a class has no picture left, or a record's label is none of the classes.
 */
export function packImages(
  { classes, records }: Manifest,
  outcomes: readonly (Uint8Array | SkippedFile)[],
  [height, width]: readonly [height: number, width: number],
): ImageSet {
  const kept = records.filter((_, i) => outcomes[i] instanceof Uint8Array);
  const pictures = outcomes.filter((outcome) => outcome instanceof Uint8Array);
  const labels = Uint8Array.from(kept, (record) => labelOf(record, classes));
  for (const [label, name] of classes.entries()) {
    if (!labels.includes(label)) throw new DataError(name, 'has no picture left that can be used');
  }
  const length = height * width * 3;
  const pixels = new Uint8Array(kept.length * length);
  for (const [i, picture] of pictures.entries()) pixels.set(picture, i * length);
  return {
    pixels,
    count: kept.length,
    height,
    width,
    channels: 3,
    labels,
    classes,
    ids: kept.map(({ id }) => id),
    groups: kept.map(({ group }) => group),
    sourceIds: kept.map(({ sourceId }) => sourceId),
  };
}

function labelOf({ path, label }: ImageRecord, classes: readonly string[]): number {
  const index = classes.indexOf(label);
  if (index < 0) throw new DataError(path, `has the label ${JSON.stringify(label)}, which is none of the classes`);
  return index;
}
