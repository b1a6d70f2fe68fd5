import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CodecName } from '../decode/create-codec.ts';

const FILES = {
  jpeg: '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  webp: '@jsquash/webp/codec/dec/webp_dec.wasm',
} as const satisfies Record<CodecName, string>;

/** Reads a codec's WebAssembly from the installed package, as Node's `fetch` knows no files. */
export async function codecWasm(codec: CodecName): Promise<Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url);
  return new Uint8Array(await readFile(resolve(FILES[codec])));
}
