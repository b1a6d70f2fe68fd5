import { ArgumentError } from '@animals/core';
import { hasPackageFiles, packageFile } from '../figure/package-file.ts';

/** libwebp's encoder. */
interface Codec {
  encode(rgba: Uint8Array, width: number, height: number, config: object): Uint8Array | null;
}

type OpenCodec = (settings: object) => Promise<Codec>;

/** Encodes a picture, RGBA, as a WebP file of its own. @throws ArgumentError if it is too large for the codec's memory. */
export type EncodePicture = (rgba: Uint8Array, width: number, height: number) => Uint8Array;

/** Opened at the first picture, and kept. */
let opened: Promise<Codec> | undefined;

/** In Node the WebAssembly comes from the installed package; a browser fetches it from beside the codec's module. */
async function open(): Promise<Codec> {
  const make = (await import('@jsquash/webp/codec/enc/webp_enc.js')).default as unknown as OpenCodec;
  const settings = { noInitialRun: true, print: () => {}, printErr: () => {} };
  if (!hasPackageFiles()) return make(settings);
  const module = await WebAssembly.compile(await packageFile('@jsquash/webp/codec/enc/webp_enc.wasm'));
  const instantiateWasm = (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
    const instance = new WebAssembly.Instance(module, imports);
    done(instance);
    return instance.exports;
  };
  return keepingGlobals(() => make({ ...settings, instantiateWasm }));
}

/** The codec puts an ImageData of its own into Node's global scope, by which others would take Node for a browser. */
function keepingGlobals<T>(work: () => T): T {
  const had = 'ImageData' in globalThis;
  try {
    return work();
  } finally {
    if (!had) Reflect.deleteProperty(globalThis, 'ImageData');
  }
}

/** Loads libwebp's encoder and sets it: 0 to 100, or every pixel as it is, those that are transparent too. */
export async function webpCodec(quality: number | 'lossless'): Promise<EncodePicture> {
  const { defaultOptions } = await import('@jsquash/webp/meta.js');
  const own = quality === 'lossless' ? { lossless: 1, exact: 1 } : { quality };
  opened ??= open();
  const codec = await opened.catch((error) => {
    opened = undefined;
    throw error;
  });
  return (rgba, width, height) => {
    const file = attempt(() => codec.encode(rgba, width, height, { ...defaultOptions, ...own }));
    if (file) return file;
    // A codec that gave up is not to be trusted again.
    opened = undefined;
    throw new ArgumentError(
      'frames',
      `frames must fit the encoder's memory, got ${width} x ${height}; make them smaller`,
    );
  };
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
