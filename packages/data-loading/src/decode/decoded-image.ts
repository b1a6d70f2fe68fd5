/** A decoded picture: row-major, shape [height, width, channels], 0 to 255. */
export interface DecodedImage<Channels extends 1 | 3 | 4 = 1 | 3 | 4> {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** 1 (grey), 3 (RGB) or 4 (RGB and alpha). */
  readonly channels: Channels;
}
