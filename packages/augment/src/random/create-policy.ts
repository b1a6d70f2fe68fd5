import { checkSampling, type Sampling } from '../geometry/fill-mode.ts';
import type { Size } from '../image/image.ts';
import { type ApplyOptions, applyRecipe } from '../steps/apply-recipe.ts';
import { isGeometry } from '../steps/check-step.ts';
import { sizeAfter } from '../steps/geometry-of.ts';
import type { Recipe } from '../steps/recipe.ts';
import type { Step } from '../steps/step.ts';
import type { Policy } from './policy.ts';
import { rngOf } from './sample-key.ts';
import type { Sampler } from './sampler.ts';

/**
 * Puts samplers together: their steps follow each other, and each sampler has a stream of random numbers of its own.
 *
 * Put the changes of places together, so that they are drawn with one interpolation.
 */
export function createPolicy(samplers: readonly Sampler[], options: Sampling & ApplyOptions = {}): Policy<Recipe> {
  const { jpeg, ...sampling } = options;
  checkSampling(sampling);
  return {
    sample(key, size) {
      const rng = rngOf(key);
      const steps: Step[] = [];
      let now: Size = { height: size.height, width: size.width };
      samplers.forEach((sampler, i) => {
        for (const step of sampler(rng.split(i), now)) {
          steps.push(step);
          if (isGeometry(step)) now = sizeAfter(step, now);
        }
      });
      return { ...sampling, steps };
    },
    apply: (image, recipe) => applyRecipe(image, recipe, jpeg ? { jpeg } : {}),
  };
}
