import type { Drawing } from './drawing.ts';
import { fluent } from './fluent.ts';
import { noto } from './noto.ts';
import { notoV1 } from './noto-v1.ts';
import { paper } from './paper.ts';
import { pixel } from './pixel.ts';

/** Drawings of one hand; the natural group of a split. */
export interface DrawingSet {
  readonly group: string;
  readonly drawings: readonly Drawing[];
}

/** The drawing sets, in the order in which scenes take turns. */
export const DRAWING_SETS: readonly DrawingSet[] = [
  { group: 'noto', drawings: noto },
  { group: 'fluent', drawings: fluent },
  { group: 'paper', drawings: paper },
  { group: 'noto-v1', drawings: notoV1 },
  { group: 'pixel', drawings: pixel },
];
