import type { Rng } from '@animals/core';
import type { Drawing } from '../icons/drawing.ts';
import { DRAWING_SETS } from '../icons/drawing-sets.ts';
import type { Biome } from '../landscape/biome.ts';
import { BIOMES } from '../landscape/biomes.ts';
import type { ToyAnimal } from '../toy-scene.ts';
import { cycle } from './cycle.ts';

/** What is in a picture, before anything is drawn. */
export interface ScenePlan {
  readonly group: string;
  readonly drawing: Drawing;
  readonly biome: Biome;
}

/**
 * Chooses drawing set, landscape and drawing of one scene.
 *
 * The two scenes of an index, one a class, share set, landscape and view (head or body), and nothing else: none of these
 * tells the class. Depends on seed, animal, class and index only.
 */
export function planScene(root: Rng, animal: ToyAnimal, positive: boolean, index: number): ScenePlan {
  const { group, drawings } = DRAWING_SETS[index % DRAWING_SETS.length]!;
  const turn = Math.floor(index / DRAWING_SETS.length);
  const biome = BIOMES[cycle(root, `${animal}/${group}/background`, BIOMES.length, turn)]!;
  const positives = drawings.filter(({ species }) => species === animal);
  const shown = positives[turn % positives.length]!;
  if (positive) return { group, biome, drawing: shown };
  const others = drawings.filter(({ species, view }) => species !== animal && view === shown.view);
  const label = `${animal}/${group}/${shown.view}`;
  return { group, biome, drawing: others[cycle(root, label, others.length, earlier(positives, turn))]! };
}

/** How many earlier turns showed the view of this turn. */
function earlier(positives: readonly Drawing[], turn: number): number {
  const { view } = positives[turn % positives.length]!;
  const count = (list: readonly Drawing[]) => list.filter((drawing) => drawing.view === view).length;
  return Math.floor(turn / positives.length) * count(positives) + count(positives.slice(0, turn % positives.length));
}
