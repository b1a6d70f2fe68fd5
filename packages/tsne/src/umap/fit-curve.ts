/** The curve 1 / (1 + a d^2b): how near points at distance d of the embedding count as. */
export interface Curve {
  readonly a: number;
  readonly b: number;
}

const POINTS = 300;
const ROUNDS = 200;

/**
 * Fits the curve to 1 up to `minDist` and exp(-(d - minDist) / spread) beyond, at 300 places up to three times `spread`.
 *
 * Least squares by Levenberg and Marquardt, from a = b = 1.
 * @see umap-learn find_ab_params
 */
export function fitCurve(spread: number, minDist: number): Curve {
  let [a, b, damping] = [1, 1, 1e-3];
  let error = residuals({ a, b }, spread, minDist).error;
  for (let round = 0; round < ROUNDS && damping < 1e12; round++) {
    const { aa, ab, bb, ga, gb } = residuals({ a, b }, spread, minDist);
    const [p, q] = [aa * (1 + damping), bb * (1 + damping)];
    const determinant = p * q - ab * ab;
    const next = { a: a - (q * ga - ab * gb) / determinant, b: b - (p * gb - ab * ga) / determinant };
    const tried = next.a > 0 && next.b > 0 ? residuals(next, spread, minDist).error : Number.POSITIVE_INFINITY;
    if (tried < error) {
      [a, b, error, damping] = [next.a, next.b, tried, damping / 10];
    } else {
      damping *= 10;
    }
  }
  return { a, b };
}

/** Sum of squares, and products of the derivatives by a and b. */
function residuals({ a, b }: Curve, spread: number, minDist: number) {
  const sums = { error: 0, aa: 0, ab: 0, bb: 0, ga: 0, gb: 0 };
  for (let i = 0; i < POINTS; i++) {
    const d = (3 * spread * i) / (POINTS - 1);
    const wanted = d < minDist ? 1 : Math.exp(-(d - minDist) / spread);
    const power = d ** (2 * b);
    const value = 1 / (1 + a * power);
    const off = value - wanted;
    const byA = -power * value * value;
    const byB = d > 0 ? -2 * a * power * Math.log(d) * value * value : 0;
    sums.error += off * off;
    sums.aa += byA * byA;
    sums.ab += byA * byB;
    sums.bb += byB * byB;
    sums.ga += byA * off;
    sums.gb += byB * off;
  }
  return sums;
}
