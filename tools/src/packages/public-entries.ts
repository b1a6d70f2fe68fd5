import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A door of a published package. */
export interface PublicEntry {
  /** What a user writes after `from`. */
  readonly specifier: string;
  /** Folder of the package, absolute. */
  readonly home: string;
  /** Packages that it may import. */
  readonly dependencies: readonly string[];
  /** Whether it is meant for browsers; the others need Node's files, processes or a test runner. */
  readonly browser: boolean;
}

interface PackageJson {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Doors that only Node, or a test runner, can open. */
const NODE_ONLY = /^@animals\/run|\/(testing|download|loggers)$/;

/** Every export of every package under `packages/`, in the order of their names. */
export function publicEntries(root: string): PublicEntry[] {
  return readdirSync(path.join(root, 'packages'))
    .map((folder) => path.join(root, 'packages', folder))
    .flatMap(entriesOf)
    .sort((a, b) => (a.specifier < b.specifier ? -1 : 1));
}

function entriesOf(home: string): PublicEntry[] {
  const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as PackageJson;
  const { name, exports, dependencies = {}, peerDependencies = {} } = manifest;
  const needs = Object.keys({ ...dependencies, ...peerDependencies });
  return Object.keys(exports)
    .filter((door) => !door.endsWith('.json'))
    .map((door) => path.posix.join(name, door))
    .map((specifier) => ({ specifier, home, dependencies: needs, browser: !NODE_ONLY.test(specifier) }));
}
