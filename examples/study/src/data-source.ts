import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DataError, type OnProgress } from '@animals/core';
import { cacheFolder } from '@animals/run';
import { ANIMALS, type Animal, classFolders } from './animals.ts';

import type { Task } from './task.ts';

/** Where a study's pictures come from. */
export interface DataSource {
  /** Photographs, or the embedded drawings. */
  readonly kind: 'real' | 'toy';
  /** Absolute folder that holds the class folders. */
  readonly root: string;
  readonly positive: string;
  readonly negative: string;
  /** Whether these are the pictures of the original study, all six class folders of them. */
  readonly original: boolean;
  /** How the user named it, for messages: `--positive`, `--data`, `ANIMALS_DATA`, the cache, or the toy set. */
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
 * Finds the pictures of a task: the user's own two folders, else `--data`, else `ANIMALS_DATA`, else the cache, else the toy set, which is drawn into the cache once.
 *
 * @throws DataError if a place was named and is not there: it never falls back silently.
 */
export async function findData(task: Task, options: FindDataOptions = {}): Promise<DataSource> {
  const { data, env = process.env, ...rest } = options;
  const { positive, negative } = task;
  const folders = { positive, negative };
  if (task.root !== undefined) {
    requireFolders(task.root, '--positive and --negative', Object.values(folders));
    return { kind: 'real', root: task.root, namedBy: '--positive and --negative', original: false, ...folders };
  }
  const named = data !== undefined ? { root: data, namedBy: '--data' } : fromEnvironment(env);
  if (named) {
    requireFolders(named.root, named.namedBy, Object.values(folders));
    return { kind: 'real', original: isOriginal(named.root), ...named, ...folders };
  }
  const cached = path.join(cacheFolder(env), 'tiger-fox-elephant');
  if (existsSync(cached)) {
    requireFolders(cached, 'the cache', Object.values(folders));
    return { kind: 'real', original: isOriginal(cached), root: cached, namedBy: 'the cache', ...folders };
  }
  const { toyGroup, writeToyAnimals } = await import('@animals/toy-animals'); // its drawings are large: read only when needed
  const animal = task.name as Animal;
  const toy = await writeToyAnimals(path.join(cacheFolder(env), 'toy-animals'), { animal, ...rest });
  return { kind: 'toy', original: false, namedBy: 'the embedded toy set', group: toyGroup, ...toy };
}

/** Whether a folder holds every class folder of the study, whose tasks share pictures. */
function isOriginal(root: string): boolean {
  return ANIMALS.flatMap((animal) => Object.values(classFolders(animal))).every((name) =>
    existsSync(path.join(root, name)),
  );
}

function fromEnvironment(env: NodeJS.ProcessEnv): { root: string; namedBy: string } | undefined {
  return env.ANIMALS_DATA ? { root: path.resolve(env.ANIMALS_DATA), namedBy: 'ANIMALS_DATA' } : undefined;
}

function requireFolders(root: string, namedBy: string, folders: readonly string[]): void {
  for (const folder of [root, ...folders.map((name) => path.join(root, name))]) {
    if (!existsSync(folder)) throw new DataError(folder, `there is no such folder (named by ${namedBy})`);
    if (!statSync(folder).isDirectory()) throw new DataError(folder, `is not a folder (named by ${namedBy})`);
  }
}
