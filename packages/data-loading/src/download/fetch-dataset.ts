import { readdir, rm, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { DataError, type OnProgress } from '@animals/core';
import { compareCodePoints } from '../scan/compare-code-points.ts';
import { isHidden } from '../scan/is-hidden.ts';
import { type ExtractedFile, extractZip } from '../zip/extract-zip.ts';
import { downloadFile } from './download-file.ts';
import type { DownloadOptions } from './download-options.ts';
import { hashFile } from './hash-file.ts';

/** A data set that lies in a zip archive on a server. */
export interface DatasetSource extends Pick<DownloadOptions, 'bytes' | 'sha256' | 'md5'> {
  readonly url: string;
  /** Folder of the archive that holds the files; its top when left out. */
  readonly root?: string;
  /** sha256 of every file, 64 hex digits, by its path below the root, with `/` between folders. */
  readonly files: ReadonlyMap<string, string>;
}

/** How to fetch it: everything of a download but what the source tells. */
export interface FetchDatasetOptions extends Omit<DownloadOptions, 'bytes' | 'sha256' | 'md5' | 'onProgress'> {
  /** Of the download in bytes, then of the extraction in files. */
  readonly onProgress?: (stage: 'download' | 'extract', progress: Parameters<OnProgress>[0]) => void;
}

/** Where a data set lies, and whether it was there before. */
export interface FetchedDataset {
  /** Absolute. */
  readonly folder: string;
  readonly status: 'downloaded' | 'present';
  readonly files: number;
}

/**
 * Brings a data set to a folder, which appears in one step when every file is there and has its hash.
 *
 * A folder that is there is checked in the same way and left alone. An interrupted download goes on at the next call.
 * Hidden files of the archive, and those beside the root, are ignored; any other file that is not listed is refused.
 * @throws DataError if a folder is there that differs, the archive cannot be downloaded or could do harm, or a file is
 * missing, another or not listed.
 */
export async function fetchDataset(
  source: DatasetSource,
  folder: string,
  { onProgress, ...options }: FetchDatasetOptions = {},
): Promise<FetchedDataset> {
  const target = resolve(folder);
  const { url, root, files, ...known } = source;
  if (await stat(target).catch(() => undefined)) {
    const differences = listDifferences(await hashFolder(target, options.signal), files);
    if (differences.length === 0) return { folder: target, status: 'present', files: files.size };
    throw new DataError(target, `is not the data set: ${named(differences)}; move it away and try again`);
  }
  const archive = `${target}.zip`;
  const stage = (name: 'download' | 'extract') => (progress: Parameters<OnProgress>[0]) => onProgress?.(name, progress);
  await downloadFile(url, archive, { ...options, ...known, onProgress: stage('download') });
  try {
    await extractZip(archive, target, {
      ...(root === undefined ? {} : { root }),
      ...(options.signal ? { signal: options.signal } : {}),
      check: (extracted) => check(extracted, files, url),
      onProgress: stage('extract'),
    });
  } finally {
    await rm(archive, { force: true });
  }
  return { folder: target, status: 'downloaded', files: files.size };
}

function check(extracted: readonly ExtractedFile[], files: DatasetSource['files'], url: string): void {
  const differences = listDifferences(new Map(extracted.map(({ path, sha256 }) => [path, sha256])), files);
  if (differences.length > 0) throw new DataError(url, `is not the data set: ${named(differences)}; it was not kept`);
}

async function hashFolder(folder: string, signal?: AbortSignal): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hashes = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile())) {
    const place = join(entry.parentPath, entry.name);
    const steps = relative(folder, place).split(sep);
    if (steps.some(isHidden)) continue;
    const path = steps.join('/').normalize('NFC');
    hashes.set(path, (await hashFile(place, signal)).sha256);
  }
  return hashes;
}

function listDifferences(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): string[] {
  const lines: string[] = [];
  for (const [path, hash] of wanted) {
    if (!found.has(path)) lines.push(`${path} is missing`);
    else if (found.get(path) !== hash) lines.push(`${path} is another file`);
  }
  for (const path of found.keys()) if (!wanted.has(path)) lines.push(`${path} is not listed`);
  return lines.sort(compareCodePoints);
}

/** Names the first few. */
function named(differences: readonly string[]): string {
  const more = differences.length > 5 ? `, and ${differences.length - 5} more` : '';
  return differences.slice(0, 5).join(', ') + more;
}
