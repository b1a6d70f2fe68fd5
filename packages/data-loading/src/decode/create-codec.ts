import { DataError } from '@animals/core';

/** Codecs that are WebAssembly. */
export type CodecName = 'jpeg' | 'webp';

/** Where a codec's WebAssembly comes from; left out, it is fetched from beside the codec's own module. */
export type WasmSource = (codec: CodecName) => Promise<BufferSource>;

/** What a codec hands back: RGBA, or nothing. */
export interface Decoded {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

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
  readonly decode: (codec: C, bytes: Uint8Array) => Decoded | null;
}

/** WebAssembly memory never shrinks: a codec that had a picture of this size is given up. */
const LARGE_PIXELS = 16e6;

/** A codec makes one of these by its global name, which Node lacks. */
class ImageDataStandIn implements Decoded {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/**
 * Makes a function that decodes with a codec; the codec is loaded at the first picture, and kept.
 *
 * Whatever the codec prints counts as an error: a damaged file must not come back half grey.
 */
export function createCodec<C>(
  kind: CodecKind<C>,
  wasm?: WasmSource,
): (bytes: Uint8Array, path: string) => Promise<Decoded> {
  const lines: string[] = [];
  let module: WebAssembly.Module | undefined;
  let codec: Promise<C> | undefined;

  async function open(): Promise<C> {
    if (wasm) module ??= await WebAssembly.compile(await wasm(kind.name));
    return openCodec(kind, module, (line) => lines.push(line));
  }

  return async (bytes, path) => {
    codec ??= open();
    const opening = codec;
    const opened = await opening.catch((error) => {
      codec = undefined;
      throw error;
    });
    lines.length = 0;
    const decoded = attempt(() => withImageData(() => kind.decode(opened, bytes)));
    const isSpent = !decoded || decoded.width * decoded.height > LARGE_PIXELS;
    // A codec that gave up keeps the memory of the picture it was at.
    if (isSpent && codec === opening) codec = undefined;
    if (decoded && lines.length === 0) return decoded;
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
  if (!module) return withImageData(() => open(settings));
  return withImageData(() =>
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

/** Lends the stand-in its global name for one synchronous piece of work, where the name is free. */
function withImageData<T>(work: () => T): T {
  const scope = globalThis as { ImageData?: unknown };
  if (scope.ImageData !== undefined) return work();
  scope.ImageData = ImageDataStandIn;
  try {
    return work();
  } finally {
    delete scope.ImageData;
  }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
