/** Where a command writes: results to one, the rest to the other. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}
