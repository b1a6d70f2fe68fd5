import { readFile } from 'node:fs/promises';

/** Reads files into memory. */
export async function readAll(paths: readonly string[]): Promise<Uint8Array[]> {
  return Promise.all(paths.map(async (path) => new Uint8Array(await readFile(path))));
}
