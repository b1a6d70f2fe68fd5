import { DataError } from '@animals/core';
import { nameKey } from '../scan/name-key.ts';
import type { ZipEntry } from './zip-entry.ts';
import type { ZipLimits } from './zip-limits.ts';

/** Below this no file is a bomb, however well it was compressed. */
const SMALL = 2 ** 20;

/**
 * Refuses an archive whose files would end up outside a folder, on top of each other, or be far larger than they look.
 *
 * @param entries files and folders that are to be taken out
 * @param size of the archive in bytes
 * @throws DataError naming the archive and the entry.
 */
export function checkZipEntries(
  entries: readonly ZipEntry[],
  { archive, size, maxBytes, maxRatio }: Required<ZipLimits> & { readonly archive: string; readonly size: number },
): void {
  const refuse = (entry: ZipEntry, reason: string) => {
    throw new DataError(archive, `its entry ${JSON.stringify(entry.path)} ${reason}`);
  };
  for (const entry of entries) {
    const reason = unfit(entry, maxRatio);
    if (reason) refuse(entry, reason);
  }
  const packed = entries.reduce((sum, entry) => sum + entry.compressedBytes, 0);
  if (packed > size) throw new DataError(archive, 'is a bomb: its entries lie on top of each other');
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > maxBytes) throw new DataError(archive, `inflates to ${bytes} bytes, above the cap of ${maxBytes}`);
  for (const [entry, other] of collisions(entries))
    refuse(entry, `collides with ${JSON.stringify(other)} on some systems`);
}

function unfit(
  { path, kind, method, encrypted, bytes, compressedBytes }: ZipEntry,
  maxRatio: number,
): string | undefined {
  if (kind === 'special') return 'is a link or a device';
  if (!isInside(path)) return 'does not name a place inside the folder';
  if (encrypted) return 'is encrypted';
  if (method !== 0 && method !== 8) return `is compressed by method ${method}; only deflate (8) and none (0) are read`;
  if (method === 0 && bytes !== compressedBytes) return 'is stored, but has two sizes';
  if (bytes > SMALL && bytes > maxRatio * compressedBytes) return `is a bomb: it inflates to ${bytes} bytes`;
  return undefined;
}

/** No drive, no root, no way up, no control character, and no dot or space at a name's end, which Windows drops. */
function isInside(path: string): boolean {
  const steps = path.replace(/\/$/, '').split('/');
  return path.length <= 4096 && steps.every((step) => !/^$|:|[. ]$|\p{Cc}/u.test(step));
}

/** Pairs that are one name where case or Unicode form do not count, or a file where another one needs a folder. */
function collisions(entries: readonly ZipEntry[]): [ZipEntry, string][] {
  const files = new Map<string, ZipEntry>();
  const found: [ZipEntry, string][] = [];
  for (const entry of entries.filter(({ kind }) => kind === 'file')) {
    const other = files.get(nameKey(entry.path));
    if (other) found.push([entry, other.path]);
    files.set(nameKey(entry.path), entry);
  }
  for (const entry of entries) {
    const key = nameKey(entry.path);
    for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
      const file = files.get(key.slice(0, at));
      if (file) found.push([entry, file.path]);
    }
  }
  return found;
}
