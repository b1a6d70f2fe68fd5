import { engine, FusedBatchNorm, type Tensor } from '@tensorflow/tfjs-core';
import { defineGradient } from '../install/gradient-override.ts';
import { normShape } from '../plan/norm-shapes.ts';
import { runOne } from './run-one.ts';

/** Two passes in place of about twenty, and no tiled copies of the statistics. */
export const fusedBatchNorm = defineGradient(FusedBatchNorm, (dy, saved, attrs) => {
  const [x, mean, variance, scale] = saved as [Tensor, Tensor, Tensor, Tensor | null | undefined];
  if (!normShape(x, [mean, variance, scale])) return null;
  const varianceEpsilon = attrs.varianceEpsilon as number;
  const optional = scale ? { scale } : {};
  // at once, not in the functions below: the engine runs each of those in a tidy of its own
  const inputs = { x, dy, mean, variance, ...optional };
  const [dMean, dVariance, dScale, dOffset] = engine().runKernel('FusedBatchNormParamsGrad', inputs, {
    varianceEpsilon,
  }) as [Tensor, Tensor, Tensor, Tensor];
  return {
    x: () => runOne('FusedBatchNormInputGrad', { dy, variance, ...optional }, { varianceEpsilon }),
    mean: () => dMean,
    variance: () => dVariance,
    scale: () => dScale,
    offset: () => dOffset,
  };
});
