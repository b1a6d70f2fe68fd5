import path from 'node:path';
import { ArgumentError } from '@animals/core';
import { ANIMALS } from './animals.ts';
import { oneOf } from './one-of.ts';
import { ownTask, studyTask, type Task } from './task.ts';

/** What the command line says of the task. */
export interface TaskFlags {
  readonly positive?: string | undefined;
  readonly negative?: string | undefined;
  readonly data?: string | undefined;
}

/**
 * The tasks to run: the study's animals by name, or the user's own two folders.
 *
 * @throws ArgumentError for an unknown animal, half a pair of folders, or both ways at once.
 */
export function chooseTasks(flags: TaskFlags, positionals: readonly string[], cwd: string): readonly Task[] {
  if (flags.positive !== undefined || flags.negative !== undefined) return [chooseOwn(flags, positionals, cwd)];
  if (positionals.length > 1) {
    throw new ArgumentError('animal', `give one animal or all, got ${positionals.join(' ')}`);
  }
  const animal = oneOf('animal', positionals[0] ?? 'fox', [...ANIMALS, 'all']);
  return (animal === 'all' ? ANIMALS : [animal]).map(studyTask);
}

function chooseOwn({ positive, negative, data }: TaskFlags, positionals: readonly string[], cwd: string): Task {
  if (!positive || !negative) {
    const missing = positive ? '--negative' : '--positive';
    throw new ArgumentError(missing, `${missing} must name a folder: --positive and --negative go together`);
  }
  const other = data === undefined ? positionals[0] : '--data';
  if (other !== undefined) {
    throw new ArgumentError(other, `${other} and --positive exclude each other; own folders are a study of their own`);
  }
  return ownTask(path.resolve(cwd, positive), path.resolve(cwd, negative));
}
