import { ArgumentError, createRng, type Rng } from '@animals/core';
import { classFolders } from './class-folders.ts';
import { drawScene } from './draw-scene.ts';
import { planScene } from './plan/plan-scene.ts';
import type { PostProcessing, ToyAnimal, ToyScene } from './toy-scene.ts';

/** What to draw. */
export interface ToyScenesOptions {
  /** The positive class. */
  readonly animal: ToyAnimal;
  /** How many pictures of the animal. */
  readonly positives?: number;
  /** How many pictures of other animals. */
  readonly negatives?: number;
  readonly seed?: number;
  /** Width and height of a picture, in pixels, 16 to 2048. */
  readonly size?: number;
}

const ANIMALS: readonly ToyAnimal[] = ['elephant', 'tiger', 'fox'];

/**
 * Draws scenes of an animal, then scenes of other animals, one at a time.
 *
 * The drawing sets take turns, and both classes have the same sets, landscapes and views (head or body) at the same indices;
 * sizes, poses, light and noise follow one law. A scene depends on seed, animal, class and index only, not on how many there
 * are; another `size` draws the same scenes larger or smaller.
 * @throws ArgumentError for an animal that is none of elephant, tiger and fox, a count that is not an integer >= 0, a size
 * that is not an integer in [16, 2048], or a seed that `createRng` refuses.
 */
export function toyScenes({
  animal,
  positives = 100,
  negatives = 100,
  seed = 0,
  size = 124,
}: ToyScenesOptions): Iterable<ToyScene> & { readonly length: number } {
  if (!ANIMALS.includes(animal)) {
    throw new ArgumentError('animal', `animal must be one of ${ANIMALS.join(', ')}, got ${String(animal)}`);
  }
  checkInteger('positives', positives, 0, 1_000_000);
  checkInteger('negatives', negatives, 0, 1_000_000);
  checkInteger('size', size, 16, 2048);
  const root = createRng(seed).split('toy-animals');
  return {
    length: positives + negatives,
    *[Symbol.iterator]() {
      for (let index = 0; index < positives; index++) yield scene(root, animal, true, index, size);
      for (let index = 0; index < negatives; index++) yield scene(root, animal, false, index, size);
    },
  };
}

function scene(root: Rng, animal: ToyAnimal, isPositive: boolean, index: number, size: number): ToyScene {
  const plan = planScene(root, animal, isPositive, index);
  const { positive, negative } = classFolders(animal);
  const label = isPositive ? positive : negative;
  const id = `${label}/${plan.group}-${String(index).padStart(4, '0')}`;
  const rng = root.split(id);
  return {
    id,
    label,
    group: plan.group,
    species: plan.drawing.species,
    view: plan.drawing.view,
    background: plan.biome.name,
    svg: drawScene(plan, size, rng),
    width: size,
    height: size,
    post: postProcessing(rng.split('camera')),
  };
}

function postProcessing(rng: Rng): PostProcessing {
  return {
    exposure: rng.uniform(0.84, 1.14),
    warmth: rng.uniform(0.95, 1.06),
    blur: rng.uniform(0, 0.8),
    noise: rng.uniform(2.5, 8),
    seed: rng.split('noise').seed,
  };
}

function checkInteger(parameter: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new ArgumentError(parameter, `${parameter} must be an integer in [${least}, ${most}], got ${String(value)}`);
}
