/** Bytes kept under their own hash, in a folder (`openBlobs`) or elsewhere. */
export interface BlobStore {
  /** Keeps bytes and returns their SHA-256, 64 hex digits; the same bytes are stored once. */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * Reads the bytes of a hash, checked against it.
   *
   * @throws ArgumentError if the hash is none; DataError if its bytes are not there, or have changed.
   */
  get(hash: string): Promise<Uint8Array>;
  /** Whether bytes of this hash are there (unchecked, as only reading them tells). */
  has(hash: string): Promise<boolean>;
}
