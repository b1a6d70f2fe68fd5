import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BackendName, backendNames } from '@animals/backend';
import { ArgumentError } from '@animals/core';
import { chooseTasks } from './choose-tasks.ts';
import { oneOf } from './one-of.ts';
import { PROFILES, type Profile } from './profiles.ts';
import { STAGE_NAMES, type StageName } from './stages/names.ts';
import type { Task } from './task.ts';

/** What the user asked for, checked, with every path absolute. */
export interface StudyOptions {
  /** Where the user stood: relative paths and the default output folder are relative to it. */
  readonly cwd: string;
  readonly tasks: readonly Task[];
  readonly profile: Profile;
  readonly stages: readonly StageName[];
  readonly data?: string;
  readonly out?: string;
  readonly backend?: BackendName;
  readonly workers?: number;
  readonly folds?: number;
  readonly seed: number;
  readonly existing: 'refuse' | 'resume' | 'replace';
  readonly onBadFile: 'throw' | 'skip';
  readonly quiet: boolean;
  readonly json: boolean;
}

/** A request to print something and end. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'list-stages' }
  | { readonly kind: 'run'; readonly options: StudyOptions };

const FLAGS = {
  profile: { type: 'string', default: 'quick' },
  stages: { type: 'string' },
  'list-stages': { type: 'boolean' },
  data: { type: 'string' },
  positive: { type: 'string' },
  negative: { type: 'string' },
  out: { type: 'string' },
  backend: { type: 'string' },
  workers: { type: 'string' },
  folds: { type: 'string' },
  seed: { type: 'string', default: '0' },
  resume: { type: 'boolean' },
  force: { type: 'boolean' },
  'on-bad-file': { type: 'string', default: 'throw' },
  json: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean' },
  version: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];

/**
 * Reads the study's command line.
 *
 * @param args without the interpreter and the script.
 * @param cwd relative paths are relative to it: where the user stood.
 * @throws ArgumentError that names the option, its rule and the value received.
 */
export function parseOptions(args: readonly string[], cwd: string): Request {
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (values['list-stages']) return { kind: 'list-stages' };
  return { kind: 'run', options: toOptions(values, positionals, cwd) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: joinNegatives(args), options: FLAGS, allowPositionals: true });
  } catch (error) {
    const message = (error as Error).message.split('. ')[0];
    throw new ArgumentError('arguments', `${message}; see --help`, { cause: error });
  }
}

/** Lets `--workers -3` reach the check that explains it, instead of being taken for an option `-3`. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const previous = joined.at(-1);
    if (/^-\d/.test(arg) && previous?.startsWith('--') && !previous.includes('='))
      joined.splice(-1, 1, `${previous}=${arg}`);
    else joined.push(arg);
  }
  return joined;
}

function toOptions(values: Values, positionals: readonly string[], cwd: string): StudyOptions {
  if (values.resume && values.force) {
    throw new ArgumentError('--resume', '--resume and --force exclude each other; give one of them');
  }
  const resolve = (value: string | undefined) => (value === undefined ? undefined : path.resolve(cwd, value));
  const data = resolve(nonEmpty('--data', values.data));
  const out = resolve(nonEmpty('--out', values.out));
  const workers = optionalInteger('--workers', values.workers, 1, 1024);
  const folds = optionalInteger('--folds', values.folds, 2, 1_000_000);
  return {
    cwd,
    tasks: chooseTasks(values, positionals, cwd),
    profile: oneOf('--profile', values.profile, PROFILES),
    stages: stagesOf(values.stages),
    ...(data !== undefined && { data }),
    ...(out !== undefined && { out }),
    ...(values.backend !== undefined && { backend: oneOf('--backend', values.backend, backendNames) }),
    ...(workers !== undefined && { workers }),
    ...(folds !== undefined && { folds }),
    seed: integer('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    existing: values.resume ? 'resume' : values.force ? 'replace' : 'refuse',
    onBadFile: oneOf('--on-bad-file', values['on-bad-file'], ['throw', 'skip']),
    quiet: values.quiet,
    json: values.json,
  };
}

function stagesOf(value: string | undefined): readonly StageName[] {
  if (value === undefined) return STAGE_NAMES;
  const wanted = new Set(value.split(',').map((name) => oneOf('--stages', name.trim(), STAGE_NAMES)));
  return STAGE_NAMES.filter((name) => wanted.has(name));
}

function nonEmpty(parameter: string, value: string | undefined): string | undefined {
  if (value === '') throw new ArgumentError(parameter, `${parameter} must name a folder, got an empty string`);
  return value;
}

function optionalInteger(parameter: string, value: string | undefined, low: number, high: number) {
  return value === undefined ? undefined : integer(parameter, value, low, high);
}

function integer(parameter: string, value: string, low: number, high: number): number {
  const number = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw new ArgumentError(
    parameter,
    `${parameter} must be a whole number from ${low} to ${high}, got ${JSON.stringify(value)}`,
  );
}
