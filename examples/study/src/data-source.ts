import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DataError, type OnProgress } from '@animals/core';
import { type Animal, classFolders } from './animals.ts';
import { cacheFolder } from './cache-folder.ts';

/** Where a study's pictures come from. */
export interface DataSource {
  /** Photographs, or the embedded drawings. */
  readonly kind: 'real' | 'toy';
  /** Absolute folder that holds the class folders. */
  readonly root: string;
  readonly positive: string;
  readonly negative: string;
  /** How the user named it, for messages: `--data`, `ANIMALS_DATA`, the cache, or the toy set. */
  readonly namedBy: string;
  /** The group of a picture by its path, where the source knows one. */
  readonly group?: (relativePath: string) => string;
}

export interface FindDataOptions {
  readonly data?: string | undefined;
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/**
 * Finds the pictures of a task: `--data`, else `ANIMALS_DATA`, else the cache, else the toy set, which is drawn into the cache once.
 *
 * @throws DataError if a place was named and is not there: it never falls back silently.
 */
export async function findData(animal: Animal, options: FindDataOptions = {}): Promise<DataSource> {
  const { data, env = process.env, ...rest } = options;
  const folders = classFolders(animal);
  const named = data !== undefined ? { root: data, namedBy: '--data' } : fromEnvironment(env);
  if (named) {
    requireFolders(named.root, named.namedBy, Object.values(folders));
    return { kind: 'real', ...named, ...folders };
  }
  const cached = path.join(cacheFolder(env), 'tiger-fox-elephant');
  if (existsSync(cached)) {
    requireFolders(cached, 'the cache', Object.values(folders));
    return { kind: 'real', root: cached, namedBy: 'the cache', ...folders };
  }
  const { toyGroup, writeToyAnimals } = await import('@animals/toy-animals'); // its drawings are large: read only when needed
  const toy = await writeToyAnimals(path.join(cacheFolder(env), 'toy-animals'), { animal, ...rest });
  return { kind: 'toy', namedBy: 'the embedded toy set', group: toyGroup, ...toy };
}

function fromEnvironment(env: NodeJS.ProcessEnv): { root: string; namedBy: string } | undefined {
  return env.ANIMALS_DATA ? { root: path.resolve(env.ANIMALS_DATA), namedBy: 'ANIMALS_DATA' } : undefined;
}

function requireFolders(root: string, namedBy: string, folders: readonly string[]): void {
  for (const folder of [root, ...folders.map((name) => path.join(root, name))]) {
    if (!existsSync(folder))
      throw new DataError(folder, `there is no such folder (${namedBy} names the folder that holds the class folders)`);
    if (!statSync(folder).isDirectory()) throw new DataError(folder, `is not a folder (named by ${namedBy})`);
  }
}
