/** Runs the tests that were imported before and writes what became of each to a file. */
import { writeFileSync } from 'node:fs';
import { installWasmKernels } from '@animals/wasm-kernels';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';

declare const WASM_FOLDER: string;

/** What jasmine says of a spec that has run. */
interface Spec {
  readonly fullName: string;
  readonly status: string;
  readonly failedExpectations: readonly { readonly message: string }[];
}

/** The part of jasmine's environment that is used here. */
interface Jasmine {
  configure(settings: { random: boolean }): void;
  addReporter(reporter: { specDone(spec: Spec): void }): void;
  execute(): Promise<unknown>;
}

/** What became of a spec: its full name, `passed` or jasmine's other words, and why it failed. */
export type SpecResult = readonly [name: string, status: string, failure?: string];

/** Whose kernels answer, and whether ours are installed once or again after each reset of the engine. */
export type SuiteMode = 'stock' | 'once' | 'each';

const [, , mode, outfile] = process.argv as unknown as [string, string, SuiteMode, string];

void run();

async function run(): Promise<void> {
  setWasmPaths(WASM_FOLDER);
  if (mode !== 'stock') {
    await tf.setBackend('wasm');
    await installWasmKernels({ variant: 'simd' });
  }
  if (mode === 'each') installAfterEachReset();
  const results: SpecResult[] = [];
  const jasmine = (globalThis as unknown as { jasmine: { getEnv(): Jasmine } }).jasmine.getEnv();
  jasmine.configure({ random: false });
  jasmine.addReporter({ specDone: (spec) => results.push(toResult(spec)) });
  await jasmine.execute();
  writeFileSync(outfile, JSON.stringify(results));
  // Some tests leave timers and workers behind.
  process.exit(0);
}

function toResult({ fullName, status, failedExpectations }: Spec): SpecResult {
  const [first] = failedExpectations;
  return first ? [fullName, status, first.message.slice(0, 300)] : [fullName, status];
}

/** The suites reset the engine and choose the backend anew: that is where a user would install again. */
function installAfterEachReset(): void {
  const engine = tf.engine();
  const setBackend = engine.setBackend.bind(engine);
  engine.setBackend = async (name) => {
    const done = await setBackend(name);
    if (done && name === 'wasm') await installWasmKernels();
    return done;
  };
}
