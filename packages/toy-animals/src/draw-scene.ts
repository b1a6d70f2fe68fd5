import type { Rng } from '@animals/core';
import { drawAnimal } from './animal/draw-animal.ts';
import { drawLandscape } from './landscape/draw-landscape.ts';
import type { ScenePlan } from './plan/plan-scene.ts';

/** Draws a planned scene as one SVG document of `size` x `size` pixels. */
export function drawScene({ biome, drawing }: ScenePlan, size: number, rng: Rng): string {
  const { horizon, behind, before } = drawLandscape(biome, rng.split('landscape'));
  const animal = drawAnimal(drawing, biome, horizon, rng.split('animal'));
  const names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
  return `<svg ${names} width="${size}" height="${size}" viewBox="0 0 100 100">${behind}${animal}${before}</svg>`;
}
