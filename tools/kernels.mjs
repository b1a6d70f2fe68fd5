/** Builds the WebAssembly kernels through turbo's cache; silent unless it fails. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const turbo = fileURLToPath(import.meta.resolve('turbo/bin/turbo'));
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [turbo, 'run', 'build:wasm', '--output-logs=errors-only'],
  {
    cwd: root,
    encoding: 'utf8',
  },
);
if (status !== 0) process.stderr.write(`${stdout}${stderr}`);
process.exitCode = status ?? 1;
