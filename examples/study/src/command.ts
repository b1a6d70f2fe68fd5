import path from 'node:path';
import { abortOnSignals } from '@animals/run';
import { EXIT, exitCodeFor, isAbort, isDiskFull } from './exit-codes.ts';
import { HELP } from './help.ts';
import { parseOptions, type StudyOptions } from './options.ts';
import { createProgress, type ProgressReporter } from './progress.ts';
import type { StudyResults } from './results.ts';
import { runStudy } from './run-study.ts';
import { STAGE_NAMES, STAGE_SUMMARIES } from './stages/names.ts';
import { versions } from './versions.ts';

/**
 * Runs the study command.
 *
 * @param args without the interpreter and the script.
 * @returns the exit status (see EXIT); every error has been printed as one line.
 */
export async function runCommand(args: readonly string[]): Promise<number> {
  const progress = createProgress({ quiet: args.includes('--quiet') });
  const controller = new AbortController();
  const undo = abortOnSignals(controller, ['SIGINT', 'SIGTERM']);
  try {
    return await answer(args, progress, controller.signal);
  } catch (error) {
    progress.close();
    console.error(explain(error, controller.signal));
    return controller.signal.aborted ? EXIT.interrupted : exitCodeFor(error);
  } finally {
    undo();
  }
}

async function answer(args: readonly string[], progress: ProgressReporter, signal: AbortSignal): Promise<number> {
  const request = parseOptions(args, process.env.INIT_CWD ?? process.cwd());
  if (request.kind === 'help') return print(HELP);
  if (request.kind === 'version') return print(versions()['@animals/study'] ?? '');
  if (request.kind === 'list-stages') {
    return print(STAGE_NAMES.map((name) => `${name.padEnd(10)}${STAGE_SUMMARIES[name]}`).join('\n'));
  }
  return runTasks(request.options, progress, signal);
}

async function runTasks(options: StudyOptions, progress: ProgressReporter, signal: AbortSignal): Promise<number> {
  let status: number = EXIT.done;
  for (const task of options.tasks) {
    const { results, out } = await runStudy(task, options, { progress, signal });
    progress.close();
    if (options.json) console.log(JSON.stringify(results));
    else if (!options.quiet) console.log(summary(results, path.relative(options.cwd, path.join(out, 'report.html'))));
    if (Object.values(results.stages).some((stage) => stage.status === 'failed')) status = EXIT.partial;
  }
  return status;
}

function summary({ animal, stages: { baseline } }: StudyResults, report: string): string {
  const accuracy =
    baseline.status === 'done'
      ? `accuracy ${percent(baseline.accuracy.mean)} (sd ${percent(baseline.accuracy.sd)} over folds)`
      : 'done';
  return `${animal}: ${accuracy}. Report: ${report}`;
}

function percent(fraction: number): string {
  return `${(100 * fraction).toFixed(1)} %`;
}

function print(text: string): number {
  console.log(text);
  return EXIT.done;
}

function explain(error: unknown, signal: AbortSignal): string {
  if (signal.aborted || isAbort(error)) return 'Interrupted. Everything finished is kept; go on with --resume.';
  const message = error instanceof Error ? error.message : String(error);
  if (isDiskFull(error)) return `${message}; then give --resume`;
  return exitCodeFor(error) === EXIT.fault && process.env.DEBUG && error instanceof Error
    ? (error.stack ?? message)
    : message;
}
