/** What a format's decoder gives: 8 bits a sample, row-major, interleaved. */
export interface RawImage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Grey, grey with alpha, RGB, RGB with alpha; alpha is not multiplied in. */
  readonly channels: 1 | 2 | 3 | 4;
}
