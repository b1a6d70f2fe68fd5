import { ArgumentError } from '@animals/core';
import { type Base, createBase } from '../bases/create-base.ts';
import { optionsOf } from '../bases/options-of.ts';
import { isFolded } from '../folding/is-folded.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { namedWeights } from '../weights/save-weights.ts';

/** Builds a base again, with weights of its own. @throws ArgumentError if its batch normalisations are folded. */
export async function copyBase(base: Base): Promise<Base> {
  if (isFolded(base)) {
    throw new ArgumentError(
      'base',
      'base must be as createBase made it, got a folded one; fine-tune it before folding',
    );
  }
  const copy = createBase(base.name, optionsOf(base.settings));
  loadWeights(copy.model, await namedWeights(base.model), { by: 'name' });
  return copy;
}
