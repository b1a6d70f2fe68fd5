import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { REPOSITORY } from '../repository.ts';

export interface StudyExit {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StudyProcess {
  readonly child: ChildProcess;
  readonly exit: Promise<StudyExit>;
}

export interface StudyProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the study command as a user would, in a process of its own; without photographs unless they are named. */
export function startStudy(args: readonly string[], { cwd, env = {} }: StudyProcessOptions): StudyProcess {
  const main = path.join(REPOSITORY, 'examples/study/src/main.ts');
  const child = spawn(process.execPath, ['--conditions=@animals/source', '--import', 'tsx', main, ...args], {
    cwd: REPOSITORY,
    env: { ...process.env, ANIMALS_DATA: '', ANIMALS_CACHE: path.join(cwd, 'cache'), INIT_CWD: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const exit = new Promise<StudyExit>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
  return { child, exit };
}

/** Runs the study command to its end. */
export function runStudyProcess(args: readonly string[], options: StudyProcessOptions): Promise<StudyExit> {
  return startStudy(args, options).exit;
}
