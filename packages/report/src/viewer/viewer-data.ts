/** A value worth marking on a curve, such as the end of early exaggeration. */
export interface ViewerPhase {
  readonly at: number;
  readonly label: string;
}

/** One map of a viewer, as its page stores it. */
export interface ViewData {
  readonly name: string;
  /** Base64 of little-endian Int16 pairs, frame by frame: -32767 to 32767 over the square of each frame. */
  readonly frames: string;
  readonly count: number;
  /** Iteration of each frame. */
  readonly iterations: readonly number[];
  /** Pairs of iteration and value. */
  readonly curve: readonly (readonly [number, number])[];
  readonly curveName: string;
  readonly phases: readonly ViewerPhase[];
  readonly notes: readonly string[];
}

/** Pictures of all points in one, row by row. */
export interface SpriteData {
  /** `data:image/png;base64,…` */
  readonly src: string;
  readonly columns: number;
  /** Side of a cell in pixels. */
  readonly size: number;
}

/** All that the script of a page knows of a viewer: plain JSON. */
export interface ViewerData {
  readonly title: string;
  readonly points: number;
  readonly classes: readonly string[];
  /** Base64 of one byte a point: the index of its class. */
  readonly labels: string;
  readonly ids: readonly string[] | null;
  readonly sprite: SpriteData | null;
  readonly views: readonly ViewData[];
}
