/** Runs the test files of the bundle, in the page or in a worker of it, and hands over what became of each test. */
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { startTests, type Task, type VitestRunner } from '@vitest/runner';
import { files } from 'page-tests';
import { enterTest } from './vitest-in-page.ts';

/** What became of one test. */
export interface PageTest {
  readonly name: string;
  readonly state: string;
  readonly failure?: string;
}

const runner: VitestRunner = {
  config: {
    root: '/',
    setupFiles: [],
    name: undefined,
    passWithNoTests: false,
    testNamePattern: undefined,
    allowOnly: false,
    sequence: { seed: 0, hooks: 'stack', setupFiles: 'list' },
    chaiConfig: undefined,
    maxConcurrency: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    retry: 0,
    includeTaskLocation: false,
    tags: [],
    tagsFilter: undefined,
    strictTags: false,
  },
  importFile: (file) => files[file]?.(),
  onBeforeTryTask: enterTest,
};

/** Runs every file, in this thread. */
async function run(): Promise<readonly PageTest[]> {
  setWasmPaths('/wasm/');
  const results = await startTests(Object.keys(files), runner);
  return results.flatMap((file) => flatten(file, []));
}

function flatten(task: Task, above: readonly string[]): readonly PageTest[] {
  const path = [...above, task.name];
  const failure = task.result?.errors?.[0]?.message;
  const own: PageTest = { name: path.join(' > '), state: task.result?.state ?? task.mode, ...(failure && { failure }) };
  if (task.type === 'test') return [own];
  // A file or group fails by itself when its import or a hook does.
  return [...(failure ? [own] : []), ...task.tasks.flatMap((each) => flatten(each, path))];
}

/** Runs every file in a worker that loads this same bundle. */
function runInWorker(): Promise<readonly PageTest[]> {
  const worker = new Worker('/bundle.js');
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}

if (typeof document === 'undefined') run().then((results) => postMessage(results));
else Object.assign(globalThis, { runTests: { main: run, worker: runInWorker } });
