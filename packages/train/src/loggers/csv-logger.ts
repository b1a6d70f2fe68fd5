import { readFile } from 'node:fs/promises';
import { DataError } from '@animals/core';
import { writeFileAtomic } from '@animals/run';
import type { FitRecord } from '../fit-options.ts';
import type { EpochLogger } from './epoch-logger.ts';

/** In this order, those that the first record has. */
const COLUMNS = [
  'epoch',
  'loss',
  'accuracy',
  'valLoss',
  'valAccuracy',
  'learningRate',
] as const satisfies readonly (keyof FitRecord)[];

/**
 * Writes one line an epoch to a file of comma-separated values, for `fit`'s `onEpoch`.
 *
 * The file is replaced in one step each time, so that it is whole at any moment. A run that goes on, even from before the
 * last line, keeps the lines of earlier epochs and writes each epoch once; a run that starts over starts the file over.
 * @throws DataError at an epoch if the file cannot be written, or holds other columns; its folder has to exist.
 */
export function csvLogger(file: string): EpochLogger {
  let lines: string[] | null = null;
  return async (record) => {
    const columns = COLUMNS.filter((column) => record[column] !== undefined);
    lines ??= await earlierLines(file, { header: columns.join(), epoch: record.epoch });
    lines.push(columns.map((column) => record[column]).join());
    await writeFileAtomic(file, `${[columns.join(), ...lines].join('\n')}\n`);
  };
}

/** A file's lines of epochs before one; none if there is no file. */
async function earlierLines(file: string, { header, epoch }: { header: string; epoch: number }): Promise<string[]> {
  if (epoch === 0) return [];
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw new DataError(file, `cannot be read: ${error.code}`, { cause: error });
  });
  const [found, ...lines] = text.split('\n').filter((line) => line !== '');
  if (found === undefined) return [];
  if (found !== header)
    throw new DataError(file, `has the columns ${found}, and this run ${header}; name another file`);
  return lines.filter((line) => Number.parseInt(line, 10) < epoch);
}
