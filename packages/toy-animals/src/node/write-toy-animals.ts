import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DataError, type OnProgress } from '@animals/core';
import { classFolders } from '../class-folders.ts';
import { SCENES_VERSION } from '../scenes-version.ts';
import { type ToyScenesOptions, toyScenes } from '../toy-scenes.ts';
import { type FolderMarker, isIntact, readMarker, writeMarker } from './folder-marker.ts';
import { PARTIAL, removeStale } from './remove-stale.ts';
import { writePictures } from './write-pictures.ts';

/** What to draw, and how to watch and stop it. */
export interface WriteToyAnimalsOptions extends ToyScenesOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** Where the pictures are. */
export interface WrittenToyAnimals {
  /** Absolute folder that holds the two class folders. */
  readonly root: string;
  /** Name of the folder of the animal. */
  readonly positive: string;
  /** Name of the folder of the other animals. */
  readonly negative: string;
  /** How many pictures both hold. */
  readonly count: number;
}

/**
 * Writes scenes as an ordinary folder of pictures: `<dir>/fox/noto-0000.png`, `<dir>/Fox_negative_class/noto-0000.png`.
 *
 * Pictures appear all at once when the last one is drawn; folders that already hold the same pictures are left alone, and
 * those of other settings, or damaged ones, are replaced. Several animals may share `dir`.
 * @throws DataError if a class folder holds files that this function did not write.
 * @throws ArgumentError as `toyScenes`, and the signal's reason when it is aborted.
 */
export async function writeToyAnimals(
  dir: string,
  { signal, onProgress, ...options }: WriteToyAnimalsOptions,
): Promise<WrittenToyAnimals> {
  const scenes = toyScenes(options);
  const root = path.resolve(dir);
  const folders = classFolders(options.animal);
  const written = { root, ...folders, count: scenes.length };
  const settings = settingsOf(options);
  await mkdir(root, { recursive: true });
  if (await isUpToDate(written, settings)) return written;
  await refuseForeign(written);
  await removeStale(root);
  const partial = await mkdtemp(path.join(root, `${PARTIAL}${process.pid}-`));
  try {
    const files = await writePictures(partial, scenes, { signal, onProgress });
    if (!(await isUpToDate(written, settings))) await putOrFind(partial, written, { settings, files });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return written;
}

function settingsOf({ animal, positives = 100, negatives = 100, seed = 0, size = 124 }: ToyScenesOptions) {
  return { version: SCENES_VERSION, animal, positives, negatives, seed, size };
}

async function isUpToDate({ root, positive, negative }: WrittenToyAnimals, settings: FolderMarker['settings']) {
  const marker = await readMarker(root, positive);
  if (!marker?.complete || JSON.stringify(marker.settings) !== JSON.stringify(settings)) return false;
  return isIntact(root, [positive, negative], marker);
}

/** Never deletes what someone else put there: folders without a marker must be empty. */
async function refuseForeign({ root, positive, negative }: WrittenToyAnimals): Promise<void> {
  if (await readMarker(root, positive)) return;
  for (const folder of [positive, negative]) {
    const full = path.join(root, folder);
    if (existsSync(full) && (await readdir(full)).length > 0) {
      throw new DataError(full, 'holds files that are no toy pictures; choose another folder to write them to');
    }
  }
}

const TRIES = 40;
const WAIT_MS = 50;

/** Another writer of the same pictures may be at the same folders: then what it puts there is as good. */
async function putOrFind(
  partial: string,
  written: WrittenToyAnimals,
  marker: Omit<FolderMarker, 'complete'>,
): Promise<void> {
  try {
    await putInPlace(partial, written, marker);
  } catch (error) {
    for (let i = 0; i < TRIES; i++) {
      if (await isUpToDate(written, marker.settings)) return;
      await setTimeout(WAIT_MS);
    }
    throw error;
  }
}

async function putInPlace(
  partial: string,
  { root, positive, negative }: WrittenToyAnimals,
  { settings, files }: Omit<FolderMarker, 'complete'>,
): Promise<void> {
  await writeMarker(root, positive, { complete: false, settings, files });
  for (const folder of [positive, negative]) {
    await rm(path.join(root, folder), { recursive: true, force: true });
    await mkdir(path.join(partial, folder), { recursive: true });
    await rename(path.join(partial, folder), path.join(root, folder));
  }
  await writeMarker(root, positive, { complete: true, settings, files });
}
