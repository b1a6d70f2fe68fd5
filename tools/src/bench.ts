/** `npm run bench -- <name> [--rounds N]`: runs `packages/*\/bench/<name>.ts` and prints its rows as a last line of JSON. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeMachine } from './bench/describe-machine.ts';
import { findBenches } from './bench/find-benches.ts';
import { parseBenchArguments } from './bench/parse-bench-arguments.ts';
import type { Bench } from './bench/types.ts';

const benches = findBenches(path.resolve(import.meta.dirname, '../..'));
const asked = parseBenchArguments(process.argv.slice(2), [...benches.keys()]);
if (typeof asked === 'string') {
  console.error(asked);
  process.exitCode = 2;
} else {
  const machine = describeMachine();
  const file = benches.get(asked.name) as string;
  const { default: bench } = (await import(pathToFileURL(file).href)) as { default: Bench };
  const rows = await bench({ rounds: asked.rounds, log: (line) => console.error(line) });
  console.log(JSON.stringify({ bench: asked.name, machine, rows }));
}
