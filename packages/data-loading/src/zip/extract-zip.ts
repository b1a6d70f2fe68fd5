import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ArgumentError, DataError, type OnProgress } from '@animals/core';
import { claimFolder } from '../node/claim-folder.ts';
import { readError } from '../node/read-error.ts';
import type { ByteSource } from './byte-source.ts';
import { openZip, type ZipArchive } from './open-zip.ts';
import type { ZipEntry } from './zip-entry.ts';
import type { ZipLimits } from './zip-limits.ts';

/** What to take out of an archive. */
export interface ExtractOptions extends ZipLimits {
  /** Folder of the archive whose content is taken out, without its own name; everything when left out. */
  readonly root?: string;
  /** Looks at what was taken out before it appears under its name. @throws to refuse it */
  readonly check?: (files: readonly ExtractedFile[]) => void;
  readonly signal?: AbortSignal;
  /** In files. */
  readonly onProgress?: OnProgress;
}

/** A file that was taken out of an archive. */
export interface ExtractedFile {
  /** Relative to the folder, with `/` between folders, in Unicode form NFC. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Takes the files of a zip archive out into a new folder, which appears in one step when all are there.
 *
 * Hidden files, `.DS_Store` and `__MACOSX` among them, are left out. Memory does not grow with the archive.
 * @throws ArgumentError if the folder exists, or an option breaks its rule.
 * @throws DataError if the archive is damaged, could do harm (see `openZip`), or holds no file below `root`.
 */
export async function extractZip(file: string, folder: string, options: ExtractOptions = {}): Promise<ExtractedFile[]> {
  const target = resolve(folder);
  if (await stat(target).catch(() => undefined)) {
    throw new ArgumentError('folder', `folder must not exist yet, got ${target}; remove it or name another`);
  }
  const handle = await open(file).catch((error) => {
    throw readError(file, error);
  });
  try {
    const archive = await openZip(await sourceOf(handle), { ...options, path: file });
    const chosen = choose(archive, file, options.root);
    await mkdir(dirname(target), { recursive: true });
    return await extractTo(target, archive, chosen, options);
  } finally {
    await handle.close();
  }
}

interface Chosen {
  readonly entry: ZipEntry;
  readonly path: string;
}

function choose({ files }: ZipArchive, file: string, root: string | undefined): Chosen[] {
  const prefix = root === undefined ? '' : `${root.normalize('NFC').replace(/\/$/, '')}/`;
  const named = files.map((entry) => ({ entry, path: entry.path.normalize('NFC') }));
  const chosen = named.filter(({ path }) => path.startsWith(prefix) && path.length > prefix.length);
  if (chosen.length > 0) return chosen.map(({ entry, path }) => ({ entry, path: path.slice(prefix.length) }));
  throw new DataError(file, root === undefined ? 'holds no files' : `holds no files below ${JSON.stringify(root)}`);
}

async function extractTo(
  target: string,
  archive: ZipArchive,
  chosen: readonly Chosen[],
  { check, signal, onProgress }: ExtractOptions,
): Promise<ExtractedFile[]> {
  const claim = await claimFolder(target);
  const staging = join(claim.folder, `files-${Date.now()}`);
  try {
    const extracted: ExtractedFile[] = [];
    for (const { entry, path } of chosen) {
      signal?.throwIfAborted();
      extracted.push(await extractOne(staging, path, archive.stream(entry)));
      onProgress?.({ done: extracted.length, total: chosen.length, label: path });
    }
    check?.(extracted);
    await rename(staging, target);
    return extracted;
  } finally {
    await claim.remove();
  }
}

async function extractOne(staging: string, path: string, pieces: AsyncIterable<Uint8Array>): Promise<ExtractedFile> {
  const place = join(staging, ...path.split('/'));
  await mkdir(dirname(place), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  // `wx`: a name that the file system takes for one that is there, by a rule of its own, is refused.
  const handle = await open(place, 'wx').catch((error) => {
    throw writeError(path, error);
  });
  try {
    for await (const piece of pieces) {
      hash.update(piece);
      bytes += piece.length;
      await handle.writeFile(piece).catch((error) => {
        throw writeError(path, error);
      });
    }
  } finally {
    await handle.close();
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

function writeError(path: string, error: NodeJS.ErrnoException): DataError {
  return new DataError(path, `cannot be written (${error.code})`, { cause: error });
}

async function sourceOf(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    read: async (start, end) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
      return buffer.subarray(0, bytesRead);
    },
  };
}
