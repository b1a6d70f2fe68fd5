/** What a format's decoder gives: 8 bits a sample, row-major, interleaved. */
export interface RawImage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Grey, grey with alpha, RGB, RGB with alpha; alpha is not multiplied in. */
  readonly channels: 1 | 2 | 3 | 4;
  /** Alpha is there, and 255 everywhere. */
  readonly isOpaque?: boolean;
  /** The pixels lie in a codec's memory, and are gone when the call that they are given to is over. */
  readonly isBorrowed?: boolean;
}

/** Decodes a file, and gives back what `finish` makes of the picture, at once. */
export type DecodeFormat = <T>(bytes: Uint8Array, path: string, finish: (image: RawImage) => T) => Promise<T>;
