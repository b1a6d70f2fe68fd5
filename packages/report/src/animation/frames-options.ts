/** How frames follow each other. */
export interface FramesOptions {
  /** Milliseconds that a frame stays, 20 to 60,000; one for all or one a frame. Default: 100. */
  readonly delay?: number | readonly number[];
  /** How often all of it is played; 0: for ever. Default: 0. */
  readonly loop?: number;
}
