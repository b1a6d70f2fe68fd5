import { checkNumber } from '../image/check-number.ts';
import { drawOp } from './draw-op.ts';
import { magnitudeOps, NO_OP, randAugmentSpace } from './magnitude-ops.ts';
import type { Sampler } from './sampler.ts';

/**
 * Some random operations after each other, all at one magnitude. Published for nearest interpolation and constant fill 0.
 *
 * @see Cubuk et al. 2020, RandAugment; ranges of torchvision.transforms.RandAugment
 */
export function randAugment({ ops = 2, magnitude = 9, bins = 31 } = {}): Sampler {
  checkNumber('ops', ops, { least: 1, whole: true });
  checkNumber('bins', bins, { least: 2, whole: true });
  checkNumber('magnitude', magnitude, { least: 0, most: bins - 1, whole: true });
  return (rng, size) => {
    const all = [NO_OP, ...magnitudeOps(randAugmentSpace(size))];
    return Array.from({ length: ops }, () => drawOp(all, rng, () => magnitude / (bins - 1))).flat();
  };
}
