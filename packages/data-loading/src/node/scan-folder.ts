import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DataError, type Manifest } from '@animals/core';
import { buildManifest, checkScanOptions } from '../scan/build-manifest.ts';
import { MAX_CLASSES, selectedClasses } from '../scan/class-selection.ts';
import { compareCodePoints } from '../scan/compare-code-points.ts';
import type { ScanFolderOptions } from '../scan/scan-folder-options.ts';
import { insideRoot } from './inside-root.ts';
import { listFiles, listFolders } from './list-files.ts';
import { readError } from './read-error.ts';
import { spelling } from './spelling.ts';

/**
 * Lists the pictures of a folder with what their files say of themselves; no pixel is decoded.
 *
 * Either `positive` and `negative` name two class folders (classes are `[negative, positive]`, so label 1 is positive),
 * or every sub-folder, or each of `classes`, is a class. Sub-folders of a class folder belong to it. Hidden files and
 * `__MACOSX` are left out; formats are told by the first bytes, never by the extension; links that leave the root are
 * bad files. Ids and classes are in Unicode form NFC on every system; of two names that are one in that form the second is a
 * bad file, and names that differ in case only are told to `onWarning`. Records come in label order, within a class by
 * code points of the id. Byte-equal files share a group
 * unless `group` says otherwise.
 * @throws ArgumentError if an option breaks its rule.
 * @throws DataError if a folder is missing or a file; unless `onBadFile: 'collect'`, if a class has fewer than 2 pictures;
 * with `onBadFile: 'throw'`, if a file is not a whole picture within `maxPixels`: every bad file is named.
 */
export async function scanFolder(root: string, options: ScanFolderOptions = {}): Promise<Manifest> {
  const selected = selectedClasses(options);
  checkScanOptions(options);
  const realRoot = await realpath(resolve(root)).catch((error) => {
    throw readError(root, error);
  });
  const folders = selected
    ? await Promise.all(selected.map((name) => findFolder(realRoot, root, name)))
    : await everyFolder(realRoot, root);
  const classes = folders.map((folder) => folder.normalize('NFC'));
  const lists = await Promise.all(folders.map((folder) => listFiles(realRoot, folder)));
  const files = lists.flatMap((list, classIndex) => list.map((file) => ({ ...file, classIndex })));
  return buildManifest(realRoot, classes, files, options);
}

/**
 * Gives the class folder of a name, as the system writes it.
 *
 * @throws DataError that names a folder that is missing together with the root that it was looked for in.
 */
async function findFolder(realRoot: string, root: string, name: string): Promise<string> {
  const folder = await spelling(realRoot, name);
  const place = await insideRoot(realRoot, folder).catch((error: DataError) => {
    throw new DataError(join(root, name), error.reason, { cause: error });
  });
  if (!(await stat(place)).isDirectory()) throw new DataError(name, 'is a file, not a folder');
  return folder;
}

async function everyFolder(realRoot: string, root: string): Promise<string[]> {
  const folders = await listFolders(realRoot).catch((error) => {
    throw readError(root, error);
  });
  if (folders.length < 2 || folders.length > MAX_CLASSES) {
    throw new DataError(root, `holds ${folders.length} class folders; 2 to ${MAX_CLASSES} are needed`);
  }
  const names = folders.map((folder) => folder.normalize('NFC'));
  const double = names.find((name, i) => names.indexOf(name) < i);
  if (double !== undefined) throw new DataError(join(root, double), 'stands there twice, in two Unicode forms');
  return folders.sort((a, b) => compareCodePoints(a.normalize('NFC'), b.normalize('NFC')));
}
