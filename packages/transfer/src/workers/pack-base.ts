import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { DataError } from '@animals/core';
import type { BaseName } from '../bases/base-name.ts';
import type { BaseSettings } from '../bases/base-options.ts';
import type { Base } from '../bases/create-base.ts';
import { isFolded } from '../folding/is-folded.ts';
import { saveWeights } from '../weights/save-weights.ts';
import { layerNames } from './layer-names.ts';

/** A base as plain data, its weights in a file. */
export interface PackedBase {
  readonly name: BaseName;
  readonly settings: BaseSettings;
  readonly folded: boolean;
  /** By which the other side knows that it has built the same. */
  readonly layers: readonly string[];
  readonly file: string;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
}

/** Writes a base's weights to a file, for other processes to build the base again. @throws DataError if it cannot. */
export async function packBase(base: Base, file: string): Promise<PackedBase> {
  const bytes = await saveWeights(base.model);
  await writeFile(file, bytes).catch((cause) => {
    throw new DataError(file, `cannot be written (${(cause as NodeJS.ErrnoException).code})`, { cause });
  });
  const { name, settings } = base;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, settings, folded: isFolded(base), layers: layerNames(base), file, sha256 };
}
