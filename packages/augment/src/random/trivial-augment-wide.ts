import { checkNumber } from '../image/check-number.ts';
import { drawOp } from './draw-op.ts';
import { magnitudeOps, NO_OP, TRIVIAL_SPACE } from './magnitude-ops.ts';
import type { Sampler } from './sampler.ts';

/**
 * One random operation at a random magnitude. Published for nearest interpolation and constant fill 0.
 *
 * @see Müller and Hutter 2021, TrivialAugment; ranges of torchvision.transforms.TrivialAugmentWide
 */
export function trivialAugmentWide({ bins = 31 } = {}): Sampler {
  checkNumber('bins', bins, { least: 2, whole: true });
  const all = [NO_OP, ...magnitudeOps(TRIVIAL_SPACE)];
  return (rng) => drawOp(all, rng, () => rng.int(0, bins) / (bins - 1));
}
