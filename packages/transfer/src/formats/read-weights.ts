import { DataError } from '@animals/core';
import { detectFormat } from './detect-format.ts';
import { readKerasArchive } from './keras-archive.ts';
import { readKerasH5 } from './keras-h5.ts';
import type { NamedWeights } from './named-weights.ts';
import { plainBytes } from './plain-bytes.ts';
import { readSafetensors } from './safetensors.ts';
import { type ReadBeside, readTfjsLayers } from './tfjs-layers.ts';
import { readTflite } from './tflite.ts';

const FORMATS = 'Keras .h5, .weights.h5 and .keras, safetensors, TFLite, and model.json of tfjs-layers';

/** A weights file, whatever its format. */
export interface WeightsFile {
  readonly bytes: Uint8Array;
  /** Names it in errors. */
  readonly path: string;
  /** For formats of several files: gives the bytes of one beside it. */
  readonly readBeside?: ReadBeside;
}

/**
 * Reads the tensors of a weights file, whose format is told by its content.
 *
 * @throws DataError if the format is not known, or the file is damaged.
 */
export async function readWeights({ bytes: given, path, readBeside }: WeightsFile): Promise<NamedWeights> {
  const bytes = plainBytes(given);
  const format = detectFormat(bytes);
  switch (format) {
    case 'safetensors':
      return readSafetensors(bytes, path);
    case 'tfjs-layers':
      if (!readBeside) throw new DataError(path, 'is a model.json, whose shards need readBeside');
      return readTfjsLayers(bytes, readBeside, path);
    case 'hdf5':
      return readKerasH5(bytes, path);
    case 'zip':
      return readKerasArchive(bytes, path);
    case 'tflite':
      return readTflite(bytes, path);
    case null:
      throw new DataError(path, `is of no known format: ${FORMATS} are read`);
    default:
      throw format satisfies never;
  }
}
