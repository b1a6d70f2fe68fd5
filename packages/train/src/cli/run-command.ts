import { ArgumentError, DataError } from '@animals/core';
import { HELP } from './help.ts';
import { parsePredictArguments } from './parse-predict-arguments.ts';
import { predictCommand } from './predict-command.ts';
import type { Streams } from './streams.ts';

/** What the command says with its exit code. */
const EXIT = { fault: 1, input: 2 } as const;

/**
 * Runs the command line of this package.
 *
 * @returns the exit code: 0 done, 1 our fault, 2 the user's input, 3 some files failed.
 */
export async function runCommand(args: readonly string[], streams: Streams): Promise<number> {
  try {
    const [command, ...rest] = args;
    if (command === undefined || command === '--help' || command === '-h' || rest.includes('--help')) {
      streams.out(HELP);
      return command === undefined ? EXIT.input : 0;
    }
    if (command !== 'predict') {
      throw new ArgumentError('command', `command must be predict, got '${command}'; see --help`);
    }
    return await predictCommand(parsePredictArguments(rest), streams);
  } catch (error) {
    const expected = ArgumentError.isInstance(error) || DataError.isInstance(error);
    streams.err(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    return expected ? EXIT.input : EXIT.fault;
  }
}
