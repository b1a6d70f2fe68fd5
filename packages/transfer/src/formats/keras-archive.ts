import { DataError } from '@animals/core';
import { openZip } from '@animals/data';
import { readKerasH5 } from './keras-h5.ts';
import type { NamedWeights } from './named-weights.ts';

const WEIGHTS = 'model.weights.h5';

/**
 * Reads the weights of a `.keras` archive of Keras 3; its configuration is not looked at.
 *
 * @param path names the file in errors.
 * @throws DataError if it is no such archive, or damaged, or could do harm: see `openZip` of `@animals/data`.
 */
export async function readKerasArchive(bytes: Uint8Array, path = 'model.keras'): Promise<NamedWeights> {
  const archive = await openZip(bytes, { path });
  const file = archive.files.find((entry) => entry.path === WEIGHTS);
  if (!file) throw new DataError(path, `is a zip archive without ${WEIGHTS}: not what Keras 3 saves`);
  return readKerasH5(await archive.read(file), `${path}/${WEIGHTS}`);
}
