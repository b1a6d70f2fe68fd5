/** One entry of a zip archive, as its central directory describes it. Nothing of it is to be trusted. */
export interface ZipEntry {
  /** As written, with `/` between folders. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'special';
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}
