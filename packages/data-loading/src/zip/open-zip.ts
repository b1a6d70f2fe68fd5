import { concatenate } from '../concatenate.ts';
import { isHidden } from '../scan/is-hidden.ts';
import { type ByteSource, byteSourceOf } from './byte-source.ts';
import { checkZipEntries } from './check-zip-entries.ts';
import { readZipDirectory } from './read-zip-directory.ts';
import { readZipEntry } from './read-zip-entry.ts';
import type { ZipEntry } from './zip-entry.ts';
import { type ZipLimits, zipLimits } from './zip-limits.ts';

/** An archive whose entries were checked; none was inflated yet. */
export interface ZipArchive {
  /** Its files, in the archive's order, hidden ones and folders left out. */
  readonly files: readonly ZipEntry[];
  /** Gives the bytes of a file, a piece at a time. @throws DataError if they are damaged */
  stream(file: ZipEntry): AsyncGenerator<Uint8Array>;
  /** Gives the bytes of a file. @throws DataError if they are damaged */
  read(file: ZipEntry): Promise<Uint8Array>;
}

/** How to open an archive. */
export interface OpenZipOptions extends ZipLimits {
  /** Names the archive in errors. */
  readonly path?: string;
}

/**
 * Opens a zip archive: files stored or deflated, with names in UTF-8 or code page 437.
 *
 * Hidden files, `__MACOSX` among them, are left out.
 * @throws DataError if it is none, is truncated, is encrypted, split or ZIP64, or could do harm: names that leave the
 * folder, links, devices, names that are one where case or Unicode form do not count, or more bytes than the limits.
 */
export async function openZip(data: Uint8Array | Blob | ByteSource, options: OpenZipOptions = {}): Promise<ZipArchive> {
  const { path: archive = 'archive' } = options;
  const limits = zipLimits(options);
  const source = data instanceof Uint8Array || data instanceof Blob ? byteSourceOf(data) : data;
  const entries = await readZipDirectory(source, archive, limits.maxEntries);
  const visible = entries.filter(({ path }) => !path.split('/').some(isHiddenStep));
  checkZipEntries(visible, { ...limits, archive, size: source.size });
  const stream = (file: ZipEntry) => readZipEntry(source, file, archive);
  return {
    files: visible.filter(({ kind }) => kind === 'file'),
    stream,
    read: async (file) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of stream(file)) pieces.push(piece);
      return concatenate(pieces);
    },
  };
}

/** Steps that lead elsewhere are no hidden names: they are refused, not left out. */
function isHiddenStep(step: string): boolean {
  return step !== '.' && step !== '..' && isHidden(step);
}
