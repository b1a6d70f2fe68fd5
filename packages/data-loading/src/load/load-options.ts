import type { ImageRecord, ImageSet, Manifest, OnProgress, SkippedFile } from '@animals/core';
import type { DecodeOptions } from '../decode/create-image-decoder.ts';
import type { ResizeMethod, ResizeOptions } from '../resize/resize-image.ts';
import type { OnBadFile } from '../scan/bad-files.ts';

/** Gives a picture's bytes. @throws DataError if they cannot be had */
export type ReadRecord = (record: ImageRecord, manifest: Manifest) => Promise<Uint8Array>;

/** What becomes of a picture's pixels: how it is decoded, and brought to the set's size. */
export interface PixelOptions
  extends Omit<DecodeOptions, 'path' | 'maxPixels' | 'resize'>,
    Pick<ResizeOptions, 'fit' | 'background'> {
  /** Of every picture of the set, in pixels. */
  readonly size: readonly [height: number, width: number];
  readonly resize?: ResizeMethod;
}

/** How to bring a manifest's pictures into memory. */
export interface LoadOptions extends PixelOptions {
  readonly maxPixels?: number;
  /** Files that are read at a time, in each worker if there are any. The result does not depend on it. */
  readonly concurrency?: number;
  /** Processes that decode; 0, the default, decodes in the calling thread. Node only. The result does not depend on it. */
  readonly workers?: number;
  /**
   * Folder that keeps decoded pictures for the next call, or that and its most bytes (8 GiB); none when left out. Node only.
   *
   * Its entries are found by the pictures' hashes and the options, and checked when they are read; what an interrupted call had
   * finished is used by the next one. Pictures that are found there are not read again from their files.
   */
  readonly cache?: string | { readonly folder: string; readonly maxBytes?: number } | undefined;
  readonly onBadFile?: OnBadFile;
  /** Gives the bytes of a picture; in Node they are read from below the manifest's root when left out. */
  readonly read?: ReadRecord;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
  /** Is told when the cache cannot be written; loading goes on without. Default `console.warn`. */
  readonly onWarning?: (message: string) => void;
}

/** An image set, and the files that were left out of it. */
export interface LoadedImages extends ImageSet {
  readonly skipped: readonly SkippedFile[];
}

/**
 * Decodes a manifest's pictures once, to 8 bits a sample and one size.
 *
 * Order is the manifest's, and the result the same, whatever the concurrency, the workers and the cache. Beside the result no
 * more than a few hundred pictures are held at a time. A file whose content is no longer what was scanned is a bad file.
 * @throws ArgumentError if an option breaks its rule, or there is no such thing in browsers.
 * @throws DataError if (with `onBadFile: 'throw'`) a file cannot be read or decoded, all of them named, or (unless it is
 * `collect`) no picture of a class is left.
 */
export type LoadImages = (manifest: Manifest, options: LoadOptions) => Promise<LoadedImages>;
