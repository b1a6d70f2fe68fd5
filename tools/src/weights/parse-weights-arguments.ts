import path from 'node:path';
import { parseArgs } from 'node:util';
import { BASES, type BaseChoice, labelOf } from '../../../examples/study/src/bases.ts';

/** What `npm run weights` was asked for. */
export type WeightsRequest =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'fetch';
      readonly bases: readonly BaseChoice[];
      readonly mirror: string | undefined;
      readonly out: string | undefined;
      readonly quiet: boolean;
    };

/**
 * Reads the command's arguments.
 *
 * @param cwd where the user stood: relative paths are relative to it
 * @throws Error in one line if an option is unknown or lacks its value, or a network is none of the study's
 */
export function parseWeightsArguments(args: readonly string[], cwd: string): WeightsRequest {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      mirror: { type: 'string' },
      out: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  const out = values.out === undefined ? undefined : path.resolve(cwd, values.out);
  const bases = positionals.length > 0 ? positionals.map(named) : BASES;
  return { kind: 'fetch', bases, mirror: values.mirror, out, quiet: values.quiet };
}

function named(name: string): BaseChoice {
  const base = BASES.find((choice) => labelOf(choice).toLowerCase() === name.toLowerCase());
  if (base) return base;
  throw new Error(`${JSON.stringify(name)} is none of ${BASES.map(labelOf).join(', ')}`);
}
