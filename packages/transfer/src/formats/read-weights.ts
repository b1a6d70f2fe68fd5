import { DataError } from '@animals/core';
import { detectFormat } from './detect-format.ts';
import type { NamedWeights } from './named-weights.ts';
import { readSafetensors } from './safetensors.ts';
import { type ReadBeside, readTfjsLayers } from './tfjs-layers.ts';

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
export async function readWeights({ bytes, path, readBeside }: WeightsFile): Promise<NamedWeights> {
  const format = detectFormat(bytes);
  switch (format) {
    case 'safetensors':
      return readSafetensors(bytes, path);
    case 'tfjs-layers':
      if (!readBeside) throw new DataError(path, 'is a model.json, whose shards need readBeside');
      return readTfjsLayers(bytes, readBeside, path);
    default:
      throw new DataError(
        path,
        format ? `is of the format ${format}, which is not read here` : 'is of no known format',
      );
  }
}
