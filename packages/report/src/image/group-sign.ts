import { signOutlines } from './sign-outlines.ts';

export interface SignStyle {
  readonly colour: string;
  /** Width and height in pixels. */
  readonly size: number;
}

/** The shape of a group with a white edge, so that it shows on any picture. */
export function groupSign(group: number, x: number, y: number, { colour, size }: SignStyle): string {
  const outline = signOutlines[group % signOutlines.length] as string;
  const half = size / 2;
  const at = `translate(${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}) scale(${half})`;
  return `<path d="${outline}" transform="${at}" fill="${colour}" stroke="#fff" stroke-width="${Math.round((1.2 / half) * 100) / 100}" paint-order="stroke"/>`;
}
