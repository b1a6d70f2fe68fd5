/** Values of a picture, row by row and pixel by pixel: 0 to 255, in bytes or floats. */
export type Pixels = Uint8Array | Float32Array | Float64Array;

/** Height and width in pixels. */
export interface Size {
  readonly height: number;
  readonly width: number;
}

/** One picture, shape [height, width, channels], row-major. */
export interface Image<P extends Pixels = Pixels> extends Size {
  readonly pixels: P;
  readonly channels: number;
}
