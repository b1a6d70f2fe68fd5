/** How much of the animal a drawing shows. */
type View = 'head' | 'body';

/** One animal of a drawing set, as a fragment of SVG. */
export interface Drawing {
  /** Its name in the set it came from. */
  readonly icon: string;
  readonly species: string;
  readonly view: View;
  /** Where it is in the coordinates of `body`: x, y, width, height. */
  readonly box: readonly [number, number, number, number];
  /** SVG elements; ids start with `i`, and every colour is written #rrggbb. */
  readonly body: string;
}
