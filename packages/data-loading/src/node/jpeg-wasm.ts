import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Reads the JPEG codec's WebAssembly from the installed package, as Node's `fetch` knows no files. */
export async function jpegWasm(): Promise<Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url);
  return new Uint8Array(await readFile(resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')));
}
