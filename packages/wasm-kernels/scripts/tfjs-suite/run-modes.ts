import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { bundleSuite } from './bundle-suite.ts';
import type { SpecResult, SuiteMode } from './run-suite.ts';

const execute = promisify(execFile);

/** What became of each spec, by its full name; specs of one name are numbered. */
export type SuiteResult = ReadonlyMap<string, { readonly passed: boolean; readonly failure: string }>;

/** Runs TensorFlow.js's own tests in some modes at once, each in a process of its own. */
export async function runModes<M extends SuiteMode>(modes: readonly M[]): Promise<Record<M, SuiteResult>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tfjs-suite-'));
  try {
    const bundle = path.join(folder, 'suite.cjs');
    await bundleSuite(bundle);
    const run = async (mode: M) => [mode, await runMode(bundle, mode, path.join(folder, `${mode}.json`))] as const;
    const results = await Promise.all(modes.map(run));
    return Object.fromEntries(results) as Record<M, SuiteResult>;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runMode(bundle: string, mode: SuiteMode, outfile: string): Promise<SuiteResult> {
  await execute(process.execPath, [bundle, mode, outfile], { maxBuffer: 2 ** 28 });
  return numbered(JSON.parse(await readFile(outfile, 'utf8')));
}

function numbered(specs: readonly SpecResult[]): SuiteResult {
  const seen = new Map<string, number>();
  return new Map(
    specs.map(([name, status, failure = status]) => {
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return [count === 1 ? name : `${name} #${count}`, { passed: status === 'passed', failure }];
    }),
  );
}
