import type { Rng } from '@animals/core';
import type { Size } from '../image/image.ts';
import { zoomPair } from './check-keras-options.ts';
import type { KerasOptions } from './keras-options.ts';
import type { KerasParameters } from './keras-parameters.ts';

/**
 * Draws in the order of ImageDataGenerator.get_random_transform, from another stream of random numbers.
 *
 * Each option has a stream of its own, so that changing one leaves what the others draw.
 */
export function sampleKeras(options: KerasOptions, rng: Rng, { height, width }: Size): Required<KerasParameters> {
  const { rotationRange = 0, shearRange = 0, channelShiftRange = 0, brightnessRange } = options;
  const both = (name: string, range: number) => (range === 0 ? 0 : rng.split(name).uniform(-range, range));
  const [low, high] = zoomPair(options.zoomRange);
  const zoom = rng.split('zoom');
  return {
    theta: both('rotation', rotationRange),
    tx: shift(options.heightShiftRange, rng.split('heightShift'), height),
    ty: shift(options.widthShiftRange, rng.split('widthShift'), width),
    shear: both('shear', shearRange),
    zx: low === high ? low : zoom.uniform(low, high),
    zy: low === high ? low : zoom.uniform(low, high),
    flipHorizontal: options.horizontalFlip === true && rng.split('flipHorizontal').uniform() < 0.5,
    flipVertical: options.verticalFlip === true && rng.split('flipVertical').uniform() < 0.5,
    channelShiftIntensity: channelShiftRange === 0 ? null : both('channelShift', channelShiftRange),
    brightness: brightnessRange ? rng.split('brightness').uniform(...brightnessRange) : null,
  };
}

/** Fractions are drawn evenly, whole numbers and lists are chosen from, with a random sign. */
function shift(range: number | readonly number[] = 0, rng: Rng, extent: number): number {
  if (typeof range !== 'number') {
    if (range.length === 0) return 0;
    const scale = Math.max(...range) < 1 ? extent : 1;
    return scale * sign(rng) * range[rng.int(0, range.length)]! + 0;
  }
  if (range === 0) return 0;
  if (Number.isInteger(range)) return sign(rng) * rng.int(0, range) + 0;
  return (range < 1 ? extent : 1) * rng.uniform(-range, range);
}

function sign(rng: Rng): number {
  return rng.uniform() < 0.5 ? -1 : 1;
}
