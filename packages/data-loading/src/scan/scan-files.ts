import { DataError, type Manifest } from '@animals/core';
import { buildManifest, checkScanOptions, type FoundFile } from './build-manifest.ts';
import { MAX_CLASSES, selectedClasses } from './class-selection.ts';
import { compareCodePoints } from './compare-code-points.ts';
import { isHidden } from './is-hidden.ts';
import type { ScanFolderOptions } from './scan-folder-options.ts';

/** Bytes by path relative to the root, with `/` between folders: `fox/1.jpg`. */
export type FilesByPath = ReadonlyMap<string, Blob | Uint8Array>;

/**
 * Does for files in memory, such as those of an `<input webkitdirectory>`, what `scanFolder` does for a folder.
 *
 * The manifest's root is empty: `loadImages` needs a `read`. Equal files give the fingerprint that `scanFolder` gives.
 * @throws ArgumentError if an option breaks its rule.
 * @throws DataError as `scanFolder` does.
 */
export async function scanFiles(files: FilesByPath, options: ScanFolderOptions = {}): Promise<Manifest> {
  const selected = selectedClasses(options);
  checkScanOptions(options);
  const visible = [...files].filter(([path]) => !path.split('/').some(isHidden));
  const classes = selected ?? everyFolder(visible.map(([path]) => path));
  const found = visible.flatMap(([path, content]): FoundFile[] => {
    const classIndex = classes.findIndex((folder) => path.startsWith(`${folder}/`));
    return classIndex < 0 ? [] : [{ path, classIndex, read: () => bytesOf(content) }];
  });
  return buildManifest('', classes, found, options);
}

async function bytesOf(content: Blob | Uint8Array): Promise<Uint8Array> {
  return content instanceof Uint8Array ? content : new Uint8Array(await content.arrayBuffer());
}

function everyFolder(paths: readonly string[]): string[] {
  const inFolders = paths.filter((path) => path.includes('/'));
  const folders = [...new Set(inFolders.map((path) => path.slice(0, path.indexOf('/'))))];
  if (folders.length < 2 || folders.length > MAX_CLASSES) {
    throw new DataError('files', `hold ${folders.length} class folders; 2 to ${MAX_CLASSES} are needed`);
  }
  return folders.sort(compareCodePoints);
}
