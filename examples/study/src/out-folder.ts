import { existsSync, mkdirSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ArgumentError, DataError } from '@animals/core';

/** What a study writes into its folder; nothing else there is ever touched. */
const OUTPUTS = ['results.json', 'run.json', 'report.html', 'figures', 'models', 'journal.jsonl', 'work'] as const;

/**
 * Makes the output folder ready.
 *
 * @throws ArgumentError if it holds results and `existing` is `refuse`.
 * @throws DataError if it is a file, or cannot be made.
 */
export async function prepareOutFolder(folder: string, existing: 'refuse' | 'resume' | 'replace'): Promise<void> {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new DataError(folder, 'is a file, and --out needs a folder');
  const present = OUTPUTS.filter((name) => existsSync(path.join(folder, name)));
  if (present.length > 0 && existing === 'refuse') {
    throw new ArgumentError(
      '--out',
      `--out must be without results, got ${folder}, which holds ${present.join(', ')}; give --resume to go on, or --force to start over`,
    );
  }
  if (existing === 'replace') {
    for (const name of present) await rm(path.join(folder, name), { recursive: true, force: true });
  }
  try {
    mkdirSync(path.join(folder, 'work'), { recursive: true });
  } catch (error) {
    throw new DataError(folder, `cannot be written to (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
}
