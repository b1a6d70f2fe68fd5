import { DataError, type Manifest } from '@animals/core';
import { buildManifest, checkScanOptions, type FoundFile } from './build-manifest.ts';
import { bytesOf } from './bytes-of.ts';
import { MAX_CLASSES, selectedClasses } from './class-selection.ts';
import { compareCodePoints } from './compare-code-points.ts';
import { isHidden } from './is-hidden.ts';
import type { ScanFolderOptions } from './scan-folder-options.ts';

/** A file's bytes, or what gives them when they are needed. */
export type FileContent = Blob | Uint8Array | (() => Promise<Uint8Array>);

/** Files by path relative to the root, with `/` between folders: `fox/1.jpg`. */
export type FilesByPath = ReadonlyMap<string, FileContent>;

/**
 * Does for files in memory, of an `<input webkitdirectory>`, a drop or a zip, what `scanFolder` does for a folder.
 *
 * The manifest's root is empty: `loadImages` needs a `read`, such as `readFrom(files)`. Equal files give the fingerprint that `scanFolder` gives.
 * @throws ArgumentError if an option breaks its rule.
 * @throws DataError as `scanFolder` does.
 */
export async function scanFiles(files: FilesByPath, options: ScanFolderOptions = {}): Promise<Manifest> {
  const selected = selectedClasses(options);
  checkScanOptions(options);
  const visible = [...files].filter(([path]) => !path.split('/').some(isHidden));
  const classes = selected ?? everyFolder(visible.map(([path]) => path.normalize('NFC')));
  const found = visible.flatMap(([path, content]): FoundFile[] => {
    const classIndex = classes.findIndex((folder) => path.normalize('NFC').startsWith(`${folder}/`));
    return classIndex < 0 ? [] : [{ path, classIndex, read: () => bytesOf(path, content) }];
  });
  return buildManifest('', classes, found, options);
}

function everyFolder(paths: readonly string[]): string[] {
  const inFolders = paths.filter((path) => path.includes('/'));
  const folders = [...new Set(inFolders.map((path) => path.slice(0, path.indexOf('/'))))];
  if (folders.length < 2 || folders.length > MAX_CLASSES) {
    throw new DataError('files', `hold ${folders.length} class folders; 2 to ${MAX_CLASSES} are needed`);
  }
  return folders.sort(compareCodePoints);
}
