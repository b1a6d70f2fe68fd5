import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { activate } from '../activate.ts';
import type { BackendLoader } from '../backends/base.ts';
import { Unavailable } from '../unavailable.ts';
import type { OptionalPackages } from './optional-packages.ts';

const PACKAGES = { tensorflow: '@tensorflow/tfjs-node', 'tensorflow-gpu': '@tensorflow/tfjs-node-gpu' } as const;

/** TensorFlow's native library through `tfjs-node` or `tfjs-node-gpu`, where the user has installed one. */
export function tensorflowBackend(name: keyof typeof PACKAGES, packages: OptionalPackages): BackendLoader {
  const packageName = PACKAGES[name];
  const find = () => inspect(packageName, packages.find(packageName));
  return {
    name,
    async check() {
      const problem = find();
      if (problem) return { name, status: problem.status, detail: problem.reason, remedy: problem.remedy };
      return { name, status: 'ready', detail: `${packageName} with its native binding` };
    },
    async start({ signal }) {
      const problem = find();
      if (problem) throw new Unavailable(problem.reason, problem.remedy);
      restoreIsNullOrUndefined();
      const versions = await load(packageName, packages);
      signal?.throwIfAborted();
      await activate('tensorflow');
      return { kernels: null, versions, dispose() {} };
    },
  };
}

interface Problem {
  readonly status: 'missing' | 'broken';
  readonly reason: string;
  readonly remedy: string;
}

function inspect(packageName: string, folder: string | undefined): Problem | undefined {
  if (folder === undefined) {
    const reason = `needs the package '${packageName}', not installed`;
    return { status: 'missing', reason, remedy: `npm install ${packageName}` };
  }
  if (hasBinding(folder)) return undefined;
  const reason = `'${packageName}' is installed without its native binding (its install script did not run)`;
  return { status: 'broken', reason, remedy: `npm rebuild ${packageName} --build-addon-from-source` };
}

/** The binding lies in a folder named after the version of Node-API, which depends on Node. */
function hasBinding(folder: string): boolean {
  const lib = path.join(folder, 'lib');
  if (!existsSync(lib)) return false;
  return readdirSync(lib).some((sub) => existsSync(path.join(lib, sub, 'tfjs_binding.node')));
}

async function load(packageName: string, packages: OptionalPackages): Promise<Record<string, string>> {
  try {
    await packages.load(packageName);
    return { '@tensorflow/tfjs-core': tf.version_core, [packageName]: packages.version(packageName) ?? 'unknown' };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
    const remedy = `npm rebuild ${packageName} --build-addon-from-source`;
    throw new Unavailable(`'${packageName}' does not load (${why})`, remedy, { cause: error });
  }
}

/** tfjs-node 4.22 calls this function, which Node 23 removed. */
function restoreIsNullOrUndefined(): void {
  const old = util as { isNullOrUndefined?: (value: unknown) => boolean };
  old.isNullOrUndefined ??= (value) => value === null || value === undefined;
}
