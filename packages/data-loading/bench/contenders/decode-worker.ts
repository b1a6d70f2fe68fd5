/** A process that reads the files of its first message, and decodes them at each further one. */
import { decodeAll } from './decode-all.ts';
import { readAll } from './read-all.ts';

let files: readonly Uint8Array[] | undefined;

process.on('message', async ({ paths, size }: { paths: readonly string[]; size: readonly [number, number] }) => {
  if (files) await decodeAll(files, size);
  files ??= await readAll(paths);
  process.send?.('done');
});
