import {
  ArgumentError,
  DataError,
  type ImageRecord,
  type ImageSet,
  type Manifest,
  type OnProgress,
  type SkippedFile,
} from '@animals/core';
import { checkDecodeOptions, type DecodeImage, type DecodeOptions } from '../decode/create-image-decoder.ts';
import type { AlphaPolicy, Colour } from '../decode/to-channels.ts';
import { pooled } from '../pooled.ts';
import { checkSize } from '../resize/check-size.ts';
import { checkFit, checkMethod, type ResizeFit, type ResizeMethod, resizeImage } from '../resize/resize-image.ts';
import { checkOnBadFile, type OnBadFile, throwBadFiles } from '../scan/bad-files.ts';
import { sha256 } from '../scan/sha256.ts';
import { packImages } from './pack-images.ts';

/** Gives a picture's bytes. @throws DataError if they cannot be had */
export type ReadRecord = (record: ImageRecord, manifest: Manifest) => Promise<Uint8Array>;

/** How to bring a manifest's pictures into memory. */
export interface LoadOptions {
  /** Of every picture of the set, in pixels. */
  readonly size: readonly [height: number, width: number];
  readonly resize?: ResizeMethod;
  /** What happens to proportions: `fill` stretches, `crop` cuts, `pad` adds borders of the colour `background`. */
  readonly fit?: ResizeFit;
  readonly background?: Colour;
  /** `drop` forgets transparency; a colour is what pictures are laid over. */
  readonly alpha?: AlphaPolicy;
  readonly orientation?: NonNullable<DecodeOptions['orientation']>;
  readonly maxPixels?: number;
  /** Files that are read at a time. The result does not depend on it. */
  readonly concurrency?: number;
  readonly onBadFile?: OnBadFile;
  /** Gives the bytes of a picture; in Node they are read from below the manifest's root when left out. */
  readonly read?: ReadRecord;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/** An image set, and the files that were left out of it. */
export interface LoadedImages extends ImageSet {
  readonly skipped: readonly SkippedFile[];
}

/**
 * Decodes a manifest's pictures once, to 8 bits a sample and one size.
 *
 * Order is the manifest's, whatever the concurrency. A file whose content is no longer what was scanned is a bad file.
 * @throws ArgumentError if an option breaks its rule.
 * @throws DataError if (with `onBadFile: 'throw'`) a file cannot be read or decoded, all of them named, or no picture of a
 * class is left.
 */
export type LoadImages = (manifest: Manifest, options: LoadOptions) => Promise<LoadedImages>;

/** Makes a `loadImages` of a platform's decoder and, where it has one, its way to read files. */
export function createLoadImages(platform: { readonly decode: DecodeImage; readonly read?: ReadRecord }): LoadImages {
  return async (manifest, options) => {
    const { concurrency = 4, onBadFile = 'throw', read = platform.read, signal, onProgress } = options;
    if (!read)
      throw new ArgumentError('read', 'read must be a function that gives the bytes of a record, got undefined');
    checkOptions(options);
    const load = createLoader(platform.decode, read, manifest, options);
    const total = manifest.records.length;
    let done = 0;
    const outcomes = await pooled(
      manifest.records,
      async (record) => {
        const outcome = await attempt(record, load);
        onProgress?.({ done: ++done, total, label: record.path });
        return outcome;
      },
      { concurrency, signal },
    );
    const skipped = outcomes.filter((outcome): outcome is SkippedFile => !(outcome instanceof Uint8Array));
    if (onBadFile === 'throw') throwBadFiles(skipped);
    return { ...packImages(manifest, outcomes, options.size), skipped };
  };
}

function checkOptions(options: LoadOptions): void {
  const { size, resize = 'bilinear', concurrency = 4, onBadFile = 'throw' } = options;
  checkSize(size);
  checkMethod(resize);
  checkFit(options.fit ?? 'fill', options.background);
  checkDecodeOptions(options);
  checkOnBadFile(onBadFile);
  if (Number.isInteger(concurrency) && concurrency >= 1) return;
  throw new ArgumentError('concurrency', `concurrency must be a whole number of at least 1, got ${concurrency}`);
}

type Loader = (record: ImageRecord) => Promise<Uint8Array>;

function createLoader(decode: DecodeImage, read: ReadRecord, manifest: Manifest, options: LoadOptions): Loader {
  const {
    size,
    resize = 'bilinear',
    fit = 'fill',
    background,
    orientation = 'apply',
    alpha = 'drop',
    maxPixels,
  } = options;
  return async (record) => {
    const bytes = await read(record, manifest);
    if ((await sha256(bytes)) !== record.sha256) throw new DataError(record.path, 'has changed since it was scanned');
    const cap = maxPixels === undefined ? {} : { maxPixels };
    const image = await decode(bytes, { path: record.path, orientation, alpha, ...cap });
    const ground = background === undefined ? {} : { background };
    return resizeImage(image, { size, method: resize, fit, ...ground }).pixels;
  };
}

async function attempt(record: ImageRecord, load: Loader): Promise<Uint8Array | SkippedFile> {
  try {
    return await load(record);
  } catch (error) {
    if (!DataError.isInstance(error)) throw error;
    return { path: record.path, reason: error.reason };
  }
}
