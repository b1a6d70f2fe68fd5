import {
  ArgumentError,
  DataError,
  type ImageRecord,
  type Manifest,
  type OnProgress,
  type SkippedFile,
} from '@animals/core';
import { DEFAULT_MAX_PIXELS } from '../header/check-pixel-count.ts';
import { pooled } from '../pooled.ts';
import { checkOnBadFile, type OnBadFile, throwBadFiles } from './bad-files.ts';
import { describeFile } from './describe-file.ts';
import { fingerprint } from './fingerprint.ts';
import { type IdentifiedFile, inOrder } from './in-order.ts';
import { warnOfCase } from './warn-of-case.ts';

/** What a scan may be told. */
export interface ScanOptions {
  readonly onBadFile?: OnBadFile;
  /** Pictures of more pixels count as bad files. */
  readonly maxPixels?: number;
  /** Tells which pictures belong on one side of a split; byte-equal files do when left out. */
  readonly group?: (relativePath: string) => string;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Is told of names that some systems take for one. Default `console.warn`. */
  readonly onWarning?: (message: string) => void;
}

/** A file that a scan came upon: its bytes, or why it cannot be had. */
export interface FoundFile {
  /** Relative to the root, with `/` between folders, as the system writes it. */
  readonly path: string;
  /** Index into the classes. */
  readonly classIndex: number;
  /** @throws DataError naming the file. */
  readonly read: () => Promise<Uint8Array>;
}

/** Files under way at a time: enough to hide the disk's latency, few enough to keep memory small. */
const CONCURRENCY = 8;

/** Refuses options that break a rule, before any file is touched. */
export function checkScanOptions({ onBadFile = 'throw', maxPixels = DEFAULT_MAX_PIXELS }: ScanOptions): void {
  checkOnBadFile(onBadFile);
  if (maxPixels >= 1) return;
  throw new ArgumentError('maxPixels', `maxPixels must be at least 1, got ${maxPixels}`);
}

/**
 * Reads every file's header and hash, and puts the records in label order, within a class by code points of the id.
 *
 * @throws DataError naming the bad files, or a class with fewer than 2 pictures.
 */
export async function buildManifest(
  root: string,
  classes: readonly string[],
  files: readonly FoundFile[],
  options: ScanOptions,
): Promise<Manifest> {
  const { onBadFile = 'throw', maxPixels = DEFAULT_MAX_PIXELS, group, signal, onProgress } = options;
  const { ordered, doubles } = inOrder(files);
  warnOfCase([...classes, ...ordered.map(({ id }) => id)], options.onWarning);
  let done = 0;
  const outcomes = await pooled(
    ordered,
    async (file) => {
      const outcome = await attempt(file, classes[file.classIndex] as string, maxPixels, group);
      onProgress?.({ done: ++done, total: ordered.length, label: file.path });
      return outcome;
    },
    { concurrency: CONCURRENCY, signal },
  );
  const skipped = [...outcomes.filter((outcome): outcome is SkippedFile => 'reason' in outcome), ...doubles];
  if (onBadFile === 'throw') throwBadFiles(skipped);
  const records = outcomes.filter((outcome): outcome is ImageRecord => !('reason' in outcome));
  const poor = tooSmall(classes, records);
  if (onBadFile === 'collect') skipped.push(...poor);
  else throwBadFiles(poor.slice(0, 1));
  return { version: 1, root, classes, records, skipped, fingerprint: await fingerprint(classes, records) };
}

async function attempt(
  file: IdentifiedFile,
  label: string,
  maxPixels: number,
  group: ScanOptions['group'],
): Promise<ImageRecord | SkippedFile> {
  try {
    return await describeFile(await file.read(), { id: file.id, path: file.path, label, maxPixels, group });
  } catch (error) {
    if (!DataError.isInstance(error)) throw error;
    return { path: file.path, reason: error.reason };
  }
}

function tooSmall(classes: readonly string[], records: readonly ImageRecord[]): SkippedFile[] {
  return classes.flatMap((label) => {
    const count = records.filter((record) => record.label === label).length;
    if (count >= 2) return [];
    return [{ path: label, reason: `holds ${count === 0 ? 'no pictures' : '1 picture'}; a class needs at least 2` }];
  });
}
