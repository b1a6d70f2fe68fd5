/** A picture of 8-bit samples: row-major, shape [height, width, channels]. */
export interface ByteImage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}
