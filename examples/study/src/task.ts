import path from 'node:path';
import { ArgumentError } from '@animals/core';
import { type Animal, classFolders } from './animals.ts';

/** A question that a study asks of pictures: is this in it, or something else? */
export interface Task {
  /** The animal, or what the positive folder is called. */
  readonly name: string;
  /** Class folder, relative to the root of the data. */
  readonly positive: string;
  /** Class folder, relative to the root of the data. */
  readonly negative: string;
  /** Absolute folder that holds both, of the user's own pictures only; the study's are looked for. */
  readonly root?: string;
}

/** One of the study's three tasks. */
export function studyTask(animal: Animal): Task {
  return { name: animal, ...classFolders(animal) };
}

/**
 * The task of telling two folders of the user's own apart.
 *
 * @param positive absolute folder of pictures with the thing in it; its name names the task.
 * @param negative absolute folder of pictures without it.
 * @throws ArgumentError if they are one folder, one holds the other, or no folder holds both.
 */
export function ownTask(positive: string, negative: string): Task {
  const root = commonFolder(positive, negative);
  const [inside, outside] = [positive, negative].map((folder) => path.relative(root, folder).replaceAll('\\', '/'));
  if (!inside || !outside) {
    throw new ArgumentError(
      '--negative',
      `--positive and --negative must be two folders apart from each other, got ${positive} and ${negative}`,
    );
  }
  return { name: path.basename(positive), positive: inside, negative: outside, root };
}

/** The nearest folder that holds both. */
function commonFolder(a: string, b: string): string {
  const { root } = path.parse(a);
  if (root !== path.parse(b).root) {
    throw new ArgumentError('--negative', `--positive and --negative must be on one drive, got ${a} and ${b}`);
  }
  const [steps, others] = [a, b].map((folder) => folder.slice(root.length).split(path.sep));
  const apart = (steps as string[]).findIndex((step, i) => step !== (others as string[])[i]);
  return path.join(root, ...(steps as string[]).slice(0, apart === -1 ? undefined : apart));
}
