import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Ends the name of every entry; whatever else lies in the folder is not the cache's. */
export const ENTRY_SUFFIX = '.pixels';

/** Removes the entries that were not used for longest until the others fit, but none that is in use. */
export async function pruneCache(folder: string, maxBytes: number, used: ReadonlySet<string>): Promise<void> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = names.filter((name) => name.endsWith(ENTRY_SUFFIX)).map((name) => join(folder, name));
  const entries = await Promise.all(files.map(describe));
  let total = entries.reduce((sum, { size }) => sum + size, 0);
  for (const { file, size } of entries.sort((a, b) => a.time - b.time)) {
    if (total <= maxBytes) return;
    if (used.has(file)) continue;
    await rm(file, { force: true });
    total -= size;
  }
}

/** Another process may have removed it meanwhile. */
async function describe(file: string): Promise<{ file: string; size: number; time: number }> {
  const found = await stat(file).catch(() => undefined);
  return { file, size: found?.size ?? 0, time: found?.mtimeMs ?? 0 };
}
