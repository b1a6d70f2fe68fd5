import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

interface Encoder {
  encode(rgba: Uint8ClampedArray, width: number, height: number, options: object): Uint8Array;
}

type OpenEncoder = (settings: { readonly instantiateWasm: unknown }) => Promise<Encoder>;

const OPTIONS = {
  quality: 85,
  baseline: false,
  arithmetic: false,
  progressive: false,
  optimize_coding: true,
  smoothing: 0,
  color_space: 3,
  quant_table: 0,
  trellis_multipass: false,
  trellis_opt_zero: false,
  trellis_opt_table: false,
  trellis_loops: 1,
  auto_subsample: true,
  chroma_subsample: 2,
  separate_chroma_quality: false,
  chroma_quality: 75,
};

let encoder: Promise<Encoder> | undefined;

/** Encodes RGBA as a JPEG of quality 85, by the encoder that comes with the decoder. */
export async function encodeJpeg(rgba: Uint8ClampedArray, width: number, height: number): Promise<Uint8Array> {
  encoder ??= open();
  return (await encoder).encode(rgba, width, height, OPTIONS);
}

async function open(): Promise<Encoder> {
  const { resolve } = createRequire(import.meta.url);
  const module = await WebAssembly.compile(await readFile(resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')));
  const { default: start } = await import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js');
  return (start as unknown as OpenEncoder)({
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(module, imports);
      done(instance);
      return instance.exports;
    },
  });
}
