/** A finished picture: RGB, row-major, three bytes a pixel. */
export interface RenderedScene {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}
