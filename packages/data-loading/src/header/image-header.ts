import type { ImageFormat } from '@animals/core';

/** What a picture's file says of itself before a pixel is decoded. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /** In pixels, as stored, before `orientation` is applied. */
  readonly width: number;
  /** In pixels, as stored, before `orientation` is applied. */
  readonly height: number;
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
  /** Whether the file carries an EXIF block. */
  readonly exif: boolean;
  /** The JPEG's quantisation tables, one after the other in the order of their numbers; null for other formats. */
  readonly tables: Uint8Array | null;
}
