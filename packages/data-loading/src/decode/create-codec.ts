import { DataError } from '@animals/core';
import { borrowImage, lendNames, type RgbaImage } from './borrow-image.ts';

/** Codecs that are WebAssembly. */
export type CodecName = 'jpeg' | 'webp';

/** Where a codec's WebAssembly comes from; left out, it is fetched from beside the codec's own module. */
export type WasmSource = (codec: CodecName) => Promise<BufferSource>;

interface CodecSettings {
  readonly noInitialRun: true;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
  readonly instantiateWasm?: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => unknown;
}

type OpenCodec<C> = (settings: CodecSettings) => Promise<C>;

/** A kind of codec: how to import it, and how to decode with it. */
export interface CodecKind<C> {
  readonly name: CodecName;
  /** Imports a module of @jsquash whose default export opens the codec. */
  readonly load: () => Promise<{ readonly default: unknown }>;
  /** Gives null for a file that cannot be decoded. */
  readonly decode: (codec: C, bytes: Uint8Array) => RgbaImage | null;
}

/** Decodes a file, and gives back what `use` makes of the picture, whose pixels are the codec's own and soon gone. */
export type UseCodec = <T>(bytes: Uint8Array, path: string, use: (image: RgbaImage) => T) => Promise<T>;

/** WebAssembly memory never shrinks: a codec that had a picture of this size is given up. */
const LARGE_PIXELS = 16e6;

/**
 * Makes a function that decodes with a codec; the codec is loaded at the first picture, and kept.
 *
 * Whatever the codec prints counts as an error: a damaged file must not come back half grey.
 */
export function createCodec<C>(kind: CodecKind<C>, wasm?: WasmSource): UseCodec {
  const lines: string[] = [];
  let module: WebAssembly.Module | undefined;
  let codec: Promise<C> | undefined;

  async function open(): Promise<C> {
    if (wasm) module ??= await WebAssembly.compile(await wasm(kind.name));
    return openCodec(kind, module, (line) => lines.push(line));
  }

  return async (bytes, path, use) => {
    codec ??= open();
    const opening = codec;
    const opened = await opening.catch((error) => {
      codec = undefined;
      throw error;
    });
    lines.length = 0;
    let pixels = 0;
    const taken = borrowImage(
      () => attempt(() => kind.decode(opened, bytes)),
      (image) => {
        pixels = image.width * image.height;
        return use(image);
      },
    );
    // A codec that gave up keeps the memory of the picture it was at.
    if ((!taken || pixels > LARGE_PIXELS) && codec === opening) codec = undefined;
    if (taken && lines.length === 0) return taken.result;
    throw new DataError(path, `cannot be decoded: ${lines.at(-1) ?? `the ${kind.name} codec gave no picture`}`);
  };
}

async function openCodec<C>(
  { load }: CodecKind<C>,
  module: WebAssembly.Module | undefined,
  print: (line: string) => void,
): Promise<C> {
  const open = (await load()).default as OpenCodec<C>;
  const settings = { noInitialRun: true, print, printErr: print } as const;
  if (!module) return lendNames(() => open(settings));
  return lendNames(() =>
    open({
      ...settings,
      instantiateWasm: (imports, done) => {
        const instance = new WebAssembly.Instance(module, imports);
        done(instance);
        return instance.exports;
      },
    }),
  );
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
