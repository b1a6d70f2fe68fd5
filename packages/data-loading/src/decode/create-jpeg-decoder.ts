import { DataError } from '@animals/core';
import type { RgbImage } from './rgb-image.ts';
import { toRgb } from './to-rgb.ts';

/** Where the codec's WebAssembly comes from; left out, it is fetched from beside the codec's own module. */
export type WasmSource = () => Promise<BufferSource>;

/** What the codec hands back: RGBA, or nothing. */
interface Decoded {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

interface Codec {
  decode(bytes: Uint8Array, preserveOrientation: boolean): Decoded | null;
}

interface CodecSettings {
  readonly noInitialRun: true;
  readonly print: (line: string) => void;
  readonly printErr: (line: string) => void;
  readonly instantiateWasm?: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => unknown;
}

type OpenCodec = (settings: CodecSettings) => Promise<Codec>;

/** The codec makes one of these by its global name, which Node lacks. */
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
 * Makes a function that decodes a JPEG as mozjpeg does; the codec is loaded at the first picture.
 *
 * Whatever the codec prints counts as an error: a damaged file must not come back half grey.
 */
export function createJpegDecoder(wasm?: WasmSource): (bytes: Uint8Array, path: string) => Promise<RgbImage> {
  const lines: string[] = [];
  let module: WebAssembly.Module | undefined;
  let codec: Promise<Codec> | undefined;

  async function open(): Promise<Codec> {
    if (wasm) module ??= await WebAssembly.compile(await wasm());
    return openCodec(module, (line) => lines.push(line));
  }

  return async (bytes, path) => {
    codec ??= open();
    const opened = codec;
    const { decode } = await opened.catch((error) => {
      codec = undefined;
      throw error;
    });
    lines.length = 0;
    const decoded = attempt(() => withImageData(() => decode(bytes, false)));
    if (decoded && lines.length === 0) return toImage(decoded);
    // A codec that gave up keeps the memory of the picture it was at.
    if (!decoded && codec === opened) codec = undefined;
    throw new DataError(path, `cannot be decoded: ${lines.at(-1) ?? 'the JPEG codec gave no picture'}`);
  };
}

async function openCodec(module: WebAssembly.Module | undefined, print: (line: string) => void): Promise<Codec> {
  const { default: open } = (await import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js')) as unknown as {
    default: OpenCodec;
  };
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

function toImage({ data, width, height }: Decoded): RgbImage {
  return { pixels: toRgb(data, 4), width, height, channels: 3 };
}
