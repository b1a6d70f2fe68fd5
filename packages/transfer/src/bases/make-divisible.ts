/**
 * Rounds a number of filters to a multiple of 8, from 8, never more than 10 % down.
 *
 * @see Howard et al., "MobileNets" (2017) and Tan and Le, "EfficientNet" (2019): the rule of both families in Keras
 */
export function makeDivisible(filters: number): number {
  const rounded = Math.max(8, Math.floor(Math.trunc(filters + 4) / 8) * 8);
  return rounded < 0.9 * filters ? rounded + 8 : rounded;
}
