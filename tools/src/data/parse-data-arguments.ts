import path from 'node:path';
import { parseArgs } from 'node:util';

/** What `npm run data` was asked for. */
export type DataRequest =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'fetch';
      readonly url: string | undefined;
      readonly out: string | undefined;
      readonly quiet: boolean;
    };

/**
 * Reads the command's arguments.
 *
 * @param cwd where the user stood: relative paths are relative to it
 * @throws Error in one line if an option is unknown or lacks its value
 */
export function parseDataArguments(args: readonly string[], cwd: string): DataRequest {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      out: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  const out = values.out === undefined ? undefined : path.resolve(cwd, values.out);
  return { kind: 'fetch', url: values.url, out, quiet: values.quiet };
}
