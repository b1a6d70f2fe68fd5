import { abortOnSignals } from '@animals/run';
import { createProgress, type ProgressReporter } from '../../examples/study/src/progress.ts';

/** What a command that fetches something was asked for. */
export type FetchRequest = { readonly kind: 'help' } | { readonly kind: 'fetch'; readonly quiet: boolean };

export interface FetchCommand<Request extends FetchRequest> {
  readonly help: string;
  /** Reads the arguments, relative paths from where the user stood. @throws Error in one line */
  parse(args: readonly string[], cwd: string): Request;
  /** @throws Error whose message says what failed */
  run(
    request: Extract<Request, { kind: 'fetch' }>,
    context: { readonly progress: ProgressReporter; readonly signal: AbortSignal },
  ): Promise<void>;
}

/** Runs a command on this process' arguments. Resolves to its exit status: 0 done, 1 failed, 2 wrong arguments, 130 interrupted. */
export async function fetchCommand<Request extends FetchRequest>(command: FetchCommand<Request>): Promise<number> {
  let request: Request;
  try {
    request = command.parse(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  } catch (error) {
    console.error(`${(error as Error).message}; see --help`);
    return 2;
  }
  if (request.kind === 'help') {
    console.log(command.help);
    return 0;
  }
  const progress = createProgress({ quiet: request.quiet });
  const controller = new AbortController();
  const undo = abortOnSignals(controller);
  try {
    await command.run(request as Extract<Request, { kind: 'fetch' }>, { progress, signal: controller.signal });
    return 0;
  } catch (error) {
    progress.close();
    console.error((error as Error).message);
    return controller.signal.aborted ? 130 : 1;
  } finally {
    progress.close();
    undo();
  }
}
