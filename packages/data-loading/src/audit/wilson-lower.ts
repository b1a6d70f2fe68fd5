/** Two-sided 95 %. */
const Z = 1.959963984540054;

/**
 * Lower end of the 95 % interval of a proportion.
 *
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference
 */
export function wilsonLower(successes: number, n: number): number {
  const p = successes / n;
  const spread = Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2));
  return (p + Z ** 2 / (2 * n) - spread) / (1 + Z ** 2 / n);
}
