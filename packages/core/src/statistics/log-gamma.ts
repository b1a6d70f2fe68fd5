const SHIFT_UNTIL = 10;
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156] as const;

/**
 * Natural logarithm of the gamma function for x > 0, by Stirling's series after a shift upwards.
 *
 * @see Abramowitz and Stegun, 6.1.41
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < SHIFT_UNTIL) product *= shifted++;
  const square = shifted * shifted;
  let series = 0;
  for (let i = STIRLING.length - 1; i >= 0; i--) series = series / square + (STIRLING[i] as number);
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + series / shifted - Math.log(product)
  );
}
