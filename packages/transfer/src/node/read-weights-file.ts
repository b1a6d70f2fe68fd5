import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DataError } from '@animals/core';
import type { NamedWeights } from '../formats/named-weights.ts';
import { readWeights } from '../formats/read-weights.ts';

/**
 * Reads the tensors of a weights file on disk, whose format is told by its content; a folder means its model.json.
 *
 * @throws DataError if the file cannot be read, its format is not known, or it is damaged.
 */
export async function readWeightsFile(file: string): Promise<NamedWeights> {
  const isFolder = await explained(
    file,
    stat(file).then((found) => found.isDirectory()),
  );
  const main = isFolder ? path.join(file, 'model.json') : file;
  const bytesOf = (name: string) => explained(name, readFile(name));
  return readWeights({
    bytes: await bytesOf(main),
    path: main,
    readBeside: (beside) => bytesOf(path.join(path.dirname(main), beside)),
  });
}

async function explained<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new DataError(file, `cannot be read (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`, { cause });
  }
}
