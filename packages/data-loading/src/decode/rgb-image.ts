/** A decoded picture: RGB, row-major, shape [height, width, 3], 0 to 255. */
export interface RgbImage {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 3;
}
