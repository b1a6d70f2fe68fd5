import { parseArgs } from 'node:util';
import { ArgumentError } from '@animals/core';

/** How results are printed. */
export type OutputFormat = 'table' | 'json' | 'csv';

/** What `predict` was asked for. */
export interface PredictArguments {
  readonly bundle: string;
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  readonly threshold?: number;
  readonly batchSize?: number;
  readonly backend?: string;
}

const OPTIONS = {
  json: { type: 'boolean' },
  csv: { type: 'boolean' },
  threshold: { type: 'string' },
  batch: { type: 'string' },
  backend: { type: 'string' },
} as const;

/** Reads the arguments of `predict`. @throws ArgumentError naming what is wrong or missing. */
export function parsePredictArguments(args: readonly string[]): PredictArguments {
  const { values, positionals } = parsed(args);
  const [bundle, ...paths] = positionals;
  if (bundle === undefined)
    throw new ArgumentError('bundle', 'bundle must be the path of a model bundle, got none; see --help');
  if (paths.length === 0)
    throw new ArgumentError('paths', 'paths must name at least one picture or folder, got none; see --help');
  if (values.json && values.csv) throw new ArgumentError('csv', 'csv must be left out where json is given; choose one');
  return {
    ...{ bundle, paths, format: values.json ? 'json' : values.csv ? 'csv' : 'table' },
    ...(values.threshold !== undefined && { threshold: numberOf('threshold', values.threshold) }),
    ...(values.batch !== undefined && { batchSize: numberOf('batch', values.batch) }),
    ...(values.backend !== undefined && { backend: values.backend }),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new ArgumentError('options', `${(error as Error).message}; see --help`, { cause: error });
  }
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value)) return value;
  throw new ArgumentError(name, `${name} must be a number, got '${text}'`);
}
