import { contrast } from './mix-colour.ts';
import type { Theme } from './theme.ts';

/** Ink or paper, whichever is the easier to read on a colour. */
export function inkOn(fill: string, { ink, paper }: Theme): string {
  return contrast(fill, ink) >= contrast(fill, paper) ? ink : paper;
}
