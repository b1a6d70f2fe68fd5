import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DataError, type Manifest } from '@animals/core';
import { buildManifest, checkScanOptions } from '../scan/build-manifest.ts';
import { MAX_CLASSES, selectedClasses } from '../scan/class-selection.ts';
import { compareCodePoints } from '../scan/compare-code-points.ts';
import type { ScanFolderOptions } from '../scan/scan-folder-options.ts';
import { insideRoot } from './inside-root.ts';
import { listFiles, listFolders } from './list-files.ts';
import { readError } from './read-error.ts';

/**
 * Lists the pictures of a folder with what their files say of themselves; no pixel is decoded.
 *
 * Either `positive` and `negative` name two class folders (classes are `[negative, positive]`, so label 1 is positive),
 * or every sub-folder, or each of `classes`, is a class. Sub-folders of a class folder belong to it. Hidden files and
 * `__MACOSX` are left out; formats are told by the first bytes, never by the extension; links that leave the root are
 * bad files. Records come in label order, within a class by code points of the path. Byte-equal files share a group
 * unless `group` says otherwise.
 * @throws ArgumentError if an option breaks its rule.
 * @throws DataError if a folder is missing, unreadable or a file, a class has fewer than 2 pictures, or (with
 * `onBadFile: 'throw'`) a file is not a whole JPEG or PNG within `maxPixels`; every bad file is named.
 */
export async function scanFolder(root: string, options: ScanFolderOptions = {}): Promise<Manifest> {
  const selected = selectedClasses(options);
  checkScanOptions(options);
  const realRoot = await realpath(resolve(root)).catch((error) => {
    throw readError(root, error);
  });
  const classes = selected ?? (await everyFolder(realRoot, root));
  await Promise.all(classes.map((folder) => checkFolder(realRoot, root, folder)));
  const lists = await Promise.all(classes.map((folder) => listFiles(realRoot, folder)));
  const files = lists.flatMap((list, classIndex) => list.map((file) => ({ ...file, classIndex })));
  return buildManifest(realRoot, classes, files, options);
}

/** Names a class folder that is missing together with the root that it was looked for in. */
async function checkFolder(realRoot: string, root: string, folder: string): Promise<void> {
  await insideRoot(realRoot, folder).catch((error: DataError) => {
    throw new DataError(join(root, folder), error.reason, { cause: error });
  });
}

async function everyFolder(realRoot: string, root: string): Promise<string[]> {
  const folders = await listFolders(realRoot).catch((error) => {
    throw readError(root, error);
  });
  if (folders.length < 2 || folders.length > MAX_CLASSES) {
    throw new DataError(root, `holds ${folders.length} class folders; 2 to ${MAX_CLASSES} are needed`);
  }
  return folders.sort(compareCodePoints);
}
