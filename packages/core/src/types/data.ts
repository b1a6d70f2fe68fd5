/** How a picture's file is encoded. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'bmp' | 'tiff';

/** One picture of a data set: what is known of it before any pixel is decoded. */
export interface ImageRecord {
  /** Unique in its data set: the path relative to the root, with `/` between folders. */
  readonly id: string;
  /** Relative to the manifest's root, with `/` between folders. */
  readonly path: string;
  /** One of the manifest's classes. */
  readonly label: string;
  /** Pictures of one group belong on one side of a split. */
  readonly group: string;
  /** What the picture was derived from; its own id when it was not. */
  readonly sourceId: string;
  /** Size of the file in bytes. */
  readonly bytes: number;
  /** Hash of the file's bytes, 64 hex digits. */
  readonly sha256: string;
  /** In pixels, as stored, before `orientation` is applied. */
  readonly width: number;
  /** In pixels, as stored, before `orientation` is applied. */
  readonly height: number;
  readonly format: ImageFormat;
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
  /** Whether the file carries an EXIF block. */
  readonly exif: boolean;
  /** Short hash of the JPEG's quantisation tables, or null for other formats. */
  readonly jpegTables: string | null;
}

/** A file that was left out, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly reason: string;
}

/** What a data set holds, as plain data. */
export interface Manifest {
  readonly version: 1;
  /** Absolute folder that the records' paths are relative to. Not part of the fingerprint. */
  readonly root: string;
  /** In label order: the index of a class is its label. A binary task has the negative class first. */
  readonly classes: readonly string[];
  readonly records: readonly ImageRecord[];
  readonly skipped: readonly SkippedFile[];
  /** `sha256:` and 64 hex digits over classes and records: equal data sets have equal fingerprints wherever they lie. */
  readonly fingerprint: string;
}

/** Decoded pictures of one size. */
export interface ImageSet {
  /** Shape [count, height, width, channels], row-major, 0 to 255. */
  readonly pixels: Uint8Array;
  readonly count: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Index into `classes`, one a picture. */
  readonly labels: Uint8Array;
  readonly classes: readonly string[];
  readonly ids: readonly string[];
  readonly groups: readonly string[];
  readonly sourceIds: readonly string[];
}
