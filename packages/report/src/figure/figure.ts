import type { VegaLiteSpec } from '../chart/vega-lite-spec.ts';

/** One drawing for light and one for dark paper, without title and with a transparent ground. */
export interface ThemedSvg {
  readonly light: string;
  readonly dark: string;
}

/** Whether a model judged a picture rightly. */
export type Verdict = 'right' | 'wrong';

/** An encoded picture of a grid. */
export interface Thumbnail {
  /** `data:image/png;base64,…`, encoded anew from pixels. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly caption?: string;
  /** Draws a frame; the caption says the same in words. */
  readonly verdict?: Verdict;
}

/** A figure that moves. */
export interface Moving {
  /** `data:image/gif;base64,…` or `data:image/webp;base64,…` */
  readonly src: string;
  /** For paper and readers who want no motion: `data:image/png;base64,…` */
  readonly still: string;
  readonly width: number;
  readonly height: number;
}

/** A chart or a grid of pictures, as plain data. */
export interface Figure {
  /** File name without its ending: lower-case letters, digits, `.`, `_` and `-`. */
  readonly name: string;
  readonly title: string;
  /** What the figure shows, for those who do not see it. */
  readonly alt: string;
  /** How to read it; printed below. */
  readonly caption?: string;
  /** To stand alone: titled, on light paper. */
  readonly svg: string;
  /** For a page, which prints the title itself; `narrow` is for a phone. */
  readonly page?: { readonly wide: ThemedSvg; readonly narrow: ThemedSvg };
  /** What a page shows instead of an SVG when the figure is a grid of pictures. */
  readonly thumbnails?: readonly Thumbnail[];
  /** What a page shows instead of an SVG when the figure is an animation. */
  readonly animation?: Moving;
  /** Thumbnails in a row, on a wide page. */
  readonly columns?: number;
  /** The chart's Vega-Lite specification. */
  readonly spec?: VegaLiteSpec;
}

/** What every figure can be told. */
export interface FigureOptions {
  readonly title: string;
  /** Default: made from the title. */
  readonly name?: string;
  /** Default: a sentence about the data. */
  readonly alt?: string;
  readonly caption?: string;
}
