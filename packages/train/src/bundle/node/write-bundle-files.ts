import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '@animals/core';
import { writeFileAtomic } from '@animals/run';
import type { BundleParts } from '../bundle-header.ts';
import { encodeBundle } from '../encode-bundle.ts';
import { HEADER_FILE, headerText, weightsFile } from '../folder-files.ts';

/** Name of a bundle in one file. */
const ONE_FILE = /\.bundle$/i;

/** Writes a bundle to a folder, or to one file if the name ends in `.bundle`. @throws DataError if it cannot. */
export async function writeBundleFiles(place: string, parts: BundleParts): Promise<void> {
  if (ONE_FILE.test(place)) {
    await makeFolder(path.dirname(place));
    await writeFileAtomic(place, await encodeBundle(parts));
    return;
  }
  await makeFolder(place);
  const weights = weightsFile(parts.header);
  // The weights first: until the header is replaced, the old one finds its own.
  await writeFileAtomic(path.join(place, weights), parts.weights);
  await writeFileAtomic(path.join(place, HEADER_FILE), await headerText(parts.header));
  await removeOthers(place, weights);
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new DataError(folder, `cannot be made a folder (${error.code})`, { cause: error });
  });
}

/** Removes the weights of former bundles. */
async function removeOthers(folder: string, kept: string): Promise<void> {
  const names = await readdir(folder);
  const former = names.filter((name) => /^weights-[0-9a-f]{16}\.bin$/.test(name) && name !== kept);
  await Promise.all(former.map((name) => rm(path.join(folder, name), { force: true })));
}
