import { ArgumentError } from '@animals/core';

/**
 * Refuses pixels that are not on the scale 0 to 255: such as fractions, on which a network silently gives poor features.
 *
 * Pictures that are black throughout pass.
 * @throws ArgumentError if a value is outside [0, 255] or not a number, or the largest is in (0, 1].
 */
export function checkPixelRange(pixels: ArrayLike<number>): void {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < pixels.length; i++) {
    const value = pixels[i] as number;
    if (value < least) least = value;
    if (value > most) most = value;
    if (Number.isNaN(value)) refuse('NaN');
  }
  if (pixels.length === 0) return;
  if (least < 0 || most > 255 || (most > 0 && most <= 1)) refuse(`values from ${least} to ${most}`);
}

function refuse(got: string): never {
  throw new ArgumentError(
    'pixels',
    `pixels must be on the scale 0 to 255, got ${got}; the base scales them itself, so give it pixels that nobody has scaled`,
  );
}
