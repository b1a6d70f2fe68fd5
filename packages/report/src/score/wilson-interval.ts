/** 97.5% quantile of the normal distribution. */
const z = 1.959963984540054;

/** The 95% interval for a share of which `count` of `total` were seen. @see Wilson (1927) */
export function wilsonInterval(count: number, total: number): readonly [low: number, high: number] {
  const share = count / total;
  const middle = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
