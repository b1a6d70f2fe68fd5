/** Attributes of interaction and accessibility that mean nothing in a picture, whose alternative text says it all. */
const idle = / (?:(?:aria-[a-z]+|role|pointer-events|class)="[^"]*"|opacity="1")/g;
/** Boxes that Vega draws behind and before each group: hidden, or without fill and stroke. */
const invisible = /<path d="[^"]*"(?: display="none")?\/>/g;
const longNumber = /-?\d+\.\d{3,}(?:e-?\d+)?/g;

const shorter = (number: string) => String(Math.round(Number(number) * 100) / 100);

/**
 * Makes Vega's SVG smaller without changing its look: no hidden boxes, at most two decimals.
 *
 * Touches tags only, never text between them.
 */
export function cleanSvg(svg: string): string {
  return svg
    .replace(/<[a-z][^>]*>/g, (tag) => tag.replace(idle, '').replace(longNumber, shorter))
    .replace(invisible, '')
    .replaceAll('<g transform="translate(0,0)">', '<g>');
}
