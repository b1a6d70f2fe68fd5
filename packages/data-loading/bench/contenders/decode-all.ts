import { decodeImage } from '../../src/node/decode-image.ts';

/** Decodes and resizes files one after the other. */
export async function decodeAll(files: readonly Uint8Array[], size: readonly [number, number]): Promise<void> {
  for (const file of files) await decodeImage(file, { resize: { size } });
}
