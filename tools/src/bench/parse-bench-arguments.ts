/** What `npm run bench` was asked for. */
export interface BenchArguments {
  readonly name: string;
  readonly rounds: number;
}

const DEFAULT_ROUNDS = 9;

/** Reads the command line, or says what is wrong with it. */
export function parseBenchArguments(args: readonly string[], known: readonly string[]): BenchArguments | string {
  const usage = `usage: npm run bench -- <name> [--rounds N]; names: ${known.join(', ') || 'none'}`;
  let name: string | undefined;
  let rounds = DEFAULT_ROUNDS;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (arg === '--rounds') {
      rounds = Number(args[++i]);
      if (!Number.isInteger(rounds) || rounds < 1)
        return `--rounds must be an integer >= 1, got ${args[i] ?? 'nothing'}; ${usage}`;
    } else if (arg.startsWith('-')) return `unknown option ${arg}; ${usage}`;
    else if (name !== undefined) return `one bench at a time, got ${name} and ${arg}; ${usage}`;
    else name = arg;
  }
  if (name === undefined) return `no bench was named; ${usage}`;
  if (!known.includes(name)) return `unknown bench ${name}; ${usage}`;
  return { name, rounds };
}
