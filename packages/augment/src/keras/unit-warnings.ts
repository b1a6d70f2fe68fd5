import type { KerasOptions } from './keras-options.ts';

/** What looks like a number in another unit than the option's. */
export function unitWarnings(options: KerasOptions): string[] {
  const { shearRange = 0, rotationRange = 0, channelShiftRange = 0, brightnessRange = [1, 1] } = options;
  const warnings: string[] = [];
  for (const [name, value] of Object.entries({ shearRange, rotationRange })) {
    if (!(value > 0 && value < 1)) continue;
    const pixels = (100 * Math.tan((value * Math.PI) / 180)).toFixed(2);
    const meant = ((value * 180) / Math.PI).toFixed(1);
    warnings.push(
      `${name} is in degrees: ${value} moves nothing by more than ${pixels} px in 100; if radians were meant, give ${meant}`,
    );
  }
  if (channelShiftRange > 0 && channelShiftRange < 1) {
    warnings.push(`channelShiftRange is in grey levels of 0 to 255: ${channelShiftRange} cannot be seen`);
  }
  if (brightnessRange[1] > 10) {
    warnings.push(`brightnessRange is in factors, 1 leaves the picture: ${brightnessRange[1]} makes it white`);
  }
  for (const name of ['widthShiftRange', 'heightShiftRange'] as const) {
    if (options[name] === 1) warnings.push(`${name} of 1 is in pixels and draws only 0; below 1 it is a fraction`);
  }
  return warnings;
}
