export interface SignStyle {
  readonly colour: string;
  /** Width and height in pixels. */
  readonly size: number;
}

/** Outlines of the shapes of groups on a square from -1 to 1, in the order of a scatter chart's. */
const outlines = [
  'M-1,0a1,1 0 1,0 2,0a1,1 0 1,0 -2,0Z',
  'M-0.9,-0.9H0.9V0.9H-0.9Z',
  'M0,-1L1,0.85H-1Z',
  'M0,-1.1L1.1,0L0,1.1L-1.1,0Z',
  'M-1,-0.4H-0.4V-1H0.4V-0.4H1V0.4H0.4V1H-0.4V0.4H-1Z',
  'M0,1L1,-0.85H-1Z',
];

/** The shape of a group with a white edge, so that it shows on any picture. */
export function groupSign(group: number, x: number, y: number, { colour, size }: SignStyle): string {
  const outline = outlines[group % outlines.length] as string;
  const half = size / 2;
  const at = `translate(${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}) scale(${half})`;
  return `<path d="${outline}" transform="${at}" fill="${colour}" stroke="#fff" stroke-width="${Math.round((1.2 / half) * 100) / 100}" paint-order="stroke"/>`;
}
