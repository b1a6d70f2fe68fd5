import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ArgumentError, DataError } from '@animals/core';
import { type Base, createBase } from '../bases/create-base.ts';
import { optionsOf } from '../bases/options-of.ts';
import { foldBatchNorm } from '../folding/fold-batch-norm.ts';
import { readSafetensors } from '../formats/safetensors.ts';
import { loadWeights } from '../weights/load-weights.ts';
import { layerNames } from './layer-names.ts';
import type { PackedBase } from './pack-base.ts';

/**
 * Builds a packed base again.
 *
 * @throws DataError if the file is not the one that was written.
 * @throws ArgumentError if the base was changed after `createBase` or `foldBatchNorm` made it.
 */
export async function unpackBase({ name, settings, folded, layers, file, sha256 }: PackedBase): Promise<Base> {
  const bytes = await readFile(file);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new DataError(file, 'has changed since it was written');
  }
  const plain = createBase(name, optionsOf(settings));
  const base = folded ? foldBatchNorm(plain) : plain;
  if (base !== plain) plain.dispose();
  if (layerNames(base).join() === layers.join()) {
    loadWeights(base.model, readSafetensors(bytes, file), { by: 'name' });
    return base;
  }
  base.dispose();
  throw new ArgumentError('base', `base must be as createBase or foldBatchNorm made it, got other layers in ${name}`);
}
