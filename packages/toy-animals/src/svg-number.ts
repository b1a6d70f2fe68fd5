/** Writes a number with at most two decimals, so that a last-bit difference never reaches a picture. */
export function svgNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}
