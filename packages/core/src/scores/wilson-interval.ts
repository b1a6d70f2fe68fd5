import { ArgumentError } from '../errors.ts';

/** 97.5 % quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * The 95 % interval for a share of which `count` of `total` were seen, inside [0, 1].
 *
 * @throws ArgumentError unless total is an integer from 1, and count one from 0 to total.
 * @see Wilson (1927), Probable inference, the law of succession, and statistical inference
 */
export function wilsonInterval(count: number, total: number): readonly [low: number, high: number] {
  if (!(Number.isInteger(total) && total >= 1)) {
    throw new ArgumentError('total', `total must be an integer from 1, got ${total}`);
  }
  if (!(Number.isInteger(count) && count >= 0 && count <= total)) {
    throw new ArgumentError('count', `count must be an integer in [0, ${total}], got ${count}`);
  }
  const share = count / total;
  const middle = share + (z * z) / (2 * total);
  const reach = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
