#!/usr/bin/env node
import { runCommand } from './cli/run-command.ts';

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};
void runCommand(process.argv.slice(2), streams).then((code) => {
  process.exitCode = code;
});
