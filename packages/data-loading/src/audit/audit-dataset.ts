import { ArgumentError, type Manifest } from '@animals/core';
import { stratifiedKFold } from '@animals/cv';
import { crossValidatedCorrect } from './cross-validated-correct.ts';
import { type Duplicates, findDuplicates } from './find-duplicates.ts';
import { judgeFeature, type Verdict } from './judge-feature.ts';
import { type MetadataFeature, metadataFeatures } from './metadata-features.ts';

/** How the audit splits. */
export interface AuditOptions {
  /** From 2; a class with fewer pictures lowers it. */
  readonly folds?: number;
  readonly seed?: number;
}

/** What a data set gives away, as plain data. */
export interface DatasetAudit {
  /** Fraction of pictures whose class each kind of metadata tells. */
  readonly metadataAccuracy: Readonly<Record<MetadataFeature, number>>;
  /** Fraction that always naming the largest class gets right. */
  readonly chance: number;
  /** Folds used. */
  readonly folds: number;
  /** One a kind of metadata. */
  readonly verdicts: readonly Verdict[];
  readonly duplicates: Duplicates;
}

/**
 * Measures how well metadata alone tells the classes apart, and finds files that occur twice.
 *
 * A logistic regression on nothing but picture size, EXIF presence, file size or JPEG tables is cross-validated on
 * shuffled stratified folds; deterministic for a seed. Whatever it can tell, a model may learn instead of the pictures.
 * It is linear: a class of middling sizes between two others may escape it.
 * @throws ArgumentError if folds is no whole number from 2, or the manifest has a class with fewer than 2 pictures.
 */
export function auditDataset(manifest: Manifest, { folds = 5, seed = 0 }: AuditOptions = {}): DatasetAudit {
  const { classes, records } = manifest;
  const labels = records.map(({ label }) => classes.indexOf(label));
  const counts = classes.map((_, index) => labels.filter((label) => label === index).length);
  checkArguments(folds, counts);
  const k = Math.min(folds, ...counts);
  const splits = [...stratifiedKFold(labels, { k, shuffle: true, seed })];
  const chance = Math.max(...counts) / records.length;
  const features = Object.entries(metadataFeatures(records)) as [MetadataFeature, number[][]][];
  const verdicts = features.map(([feature, xs]) =>
    judgeFeature(feature, { correct: crossValidatedCorrect(xs, labels, splits), count: records.length, chance }),
  );
  const accuracies = verdicts.map(({ feature, accuracy }) => [feature, accuracy]);
  return {
    metadataAccuracy: Object.fromEntries(accuracies) as Record<MetadataFeature, number>,
    chance,
    folds: k,
    verdicts,
    duplicates: findDuplicates(manifest),
  };
}

function checkArguments(folds: number, counts: readonly number[]): void {
  if (!Number.isInteger(folds) || folds < 2) {
    throw new ArgumentError('folds', `folds must be a whole number of at least 2, got ${folds}`);
  }
  if (counts.length >= 2 && Math.min(...counts) >= 2) return;
  throw new ArgumentError('manifest', `manifest must hold 2 classes of 2 pictures or more, got ${counts.join(', ')}`);
}
