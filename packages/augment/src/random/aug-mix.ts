import { checkNumber } from '../image/check-number.ts';
import { drawDirichlet } from './draw-gamma.ts';
import { drawOp } from './draw-op.ts';
import { augMixSpace, magnitudeOps } from './magnitude-ops.ts';
import type { Sampler } from './sampler.ts';

/** How many chains, how long, and how strong. */
export interface AugMixOptions {
  /** 1 to 10. */
  readonly severity?: number;
  readonly chains?: number;
  /** Operations of a chain; 'random' draws 1 to 3. */
  readonly depth?: number | 'random';
  readonly alpha?: number;
  /** Whether brightness, contrast, colour and sharpness take part. */
  readonly allOps?: boolean;
}

const MOST_SEVERE = 10;

/**
 * A blend of the picture and some chains of operations. The loss that belongs to it is not here.
 *
 * @see Hendrycks et al. 2020, AugMix; ranges of torchvision.transforms.AugMix
 */
export function augMix({
  severity = 3,
  chains = 3,
  depth = 'random',
  alpha = 1,
  allOps = true,
}: AugMixOptions = {}): Sampler {
  checkNumber('severity', severity, { least: 1, most: MOST_SEVERE, whole: true });
  checkNumber('chains', chains, { least: 1, whole: true });
  checkNumber('alpha', alpha, { least: Number.MIN_VALUE });
  if (depth !== 'random') checkNumber('depth', depth, { least: 1, whole: true });
  return (rng, size) => {
    const ops = magnitudeOps(augMixSpace(size, allOps));
    const [keep, rest] = drawDirichlet(rng, alpha, 2) as [number, number];
    const weights = drawDirichlet(rng, alpha, chains).map((weight) => weight * rest);
    const chain = () =>
      Array.from({ length: depth === 'random' ? rng.int(1, 4) : depth }, () =>
        drawOp(ops, rng, () => rng.int(0, severity) / (MOST_SEVERE - 1)),
      ).flat();
    return [{ op: 'augmix', keep, weights, chains: Array.from({ length: chains }, chain) }];
  };
}
