import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Begins each line that a contender means for us; what else it prints is its libraries' talk. */
export const MARK = '@bench ';

/** How to start a contender: a program that reads commands line by line and answers each with one marked line. */
export interface ContenderSpec {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Added to the environment; undefined takes a name out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Time it once for each work, without rounds: for contenders that need minutes. */
  readonly once?: boolean;
  /** Names of the works that it takes part in; all unless given. */
  readonly works?: readonly string[];
}

interface Answer {
  readonly ready?: true;
  readonly missing?: string;
  readonly ms?: number;
}

/** A contender at work in a process of its own, asleep between commands. */
export interface Contender {
  readonly spec: ContenderSpec;
  /** Builds a work and warms up. Returns why it cannot, or undefined. */
  prepare(work: string, args: unknown): Promise<string | undefined>;
  /** Milliseconds of one step. */
  step(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a contender's process, and a new one for the next work if it died of one. */
export function startContender(spec: ContenderSpec): Contender {
  const [program, ...args] = spec.command;
  const start = () => converse(spawn(program, args, { env: environment(spec.env) }));
  let talk = start();
  return {
    spec,
    async prepare(work, workArgs) {
      if (talk.isOver()) talk = start();
      const answer = await talk.ask({ command: 'prepare', work, args: workArgs, warmUp: spec.once !== true });
      return answer.missing;
    },
    async step() {
      const { ms, missing } = await talk.ask({ command: 'step' });
      if (ms === undefined) throw new Error(`${spec.name}: ${missing ?? 'no time in its answer'}`);
      return ms;
    },
    async stop() {
      await talk.end();
    },
  };
}

function environment(changes: ContenderSpec['env'] = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return env;
}

/** Pairs each command with the next marked line; a process that ends answers `missing` with its last words. */
function converse(child: ChildProcessWithoutNullStreams) {
  let waiting: ((answer: Answer) => void) | undefined;
  let lastWords = '';
  let gone: Answer | undefined;
  const answer = (value: Answer) => {
    waiting?.(value);
    waiting = undefined;
  };
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith(MARK)) answer(JSON.parse(line.slice(MARK.length)) as Answer);
  });
  createInterface(child.stderr).on('line', (line) => {
    // A stack trace ends in where, not in what.
    if (line.trim() && (/\berror\b|Error:/i.test(line) || !/error/i.test(lastWords))) lastWords = line.trim();
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    const end = (why: string) => {
      gone ??= { missing: why };
      answer(gone);
      resolve();
    };
    child.on('error', (error) => end(error.message));
    child.on('close', (code, signal) => end(signal ? `ended with ${signal}` : lastWords || `ended with code ${code}`));
  });
  const ask = (command: object) =>
    new Promise<Answer>((resolve) => {
      if (gone) return resolve(gone);
      waiting = resolve;
      child.stdin.write(`${JSON.stringify(command)}\n`);
    });
  const end = () => {
    child.stdin.end();
    return ended;
  };
  return { ask, end, isOver: () => gone !== undefined };
}
