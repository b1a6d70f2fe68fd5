import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'tsup';
import { afterAll, describe, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../..', import.meta.url));
const temp = mkdtempSync(path.join(tmpdir(), 'animals-cv-'));
afterAll(() => rmSync(temp, { recursive: true, force: true }));

interface PackageJson {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

async function npm(args: readonly string[], cwd: string): Promise<string> {
  const offline = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { stdout } = await promisify(execFile)('npm', [...args, ...offline], { cwd, encoding: 'utf8' });
  return stdout;
}

/** Builds a package beside its package.json in the temporary folder, as it would be published. */
async function buildInto(home: string, folder: string): Promise<void> {
  mkdirSync(home);
  cpSync(path.join(packages, folder, 'package.json'), path.join(home, 'package.json'));
  const entry = { index: path.join(packages, folder, 'src/index.ts') };
  const shared = { config: false, dts: false, silent: true, skipNodeModulesBundle: true } as const;
  await build({ entry, outDir: path.join(home, 'dist'), format: ['esm', 'cjs'], ...shared });
}

describe('@animals/cv by itself', () => {
  it('depends on @animals/core and on nothing else, all the way down', () => {
    const folders = new Map(
      readdirSync(packages).map((folder) => {
        const json = readJson<PackageJson>(path.join(packages, folder, 'package.json'));
        return [json.name, json] as const;
      }),
    );
    const seen = new Set<string>();
    const visit = (name: string) => {
      if (seen.has(name)) return;
      seen.add(name);
      const { dependencies, optionalDependencies } = folders.get(name) ?? {};
      for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(next);
    };
    visit('@animals/cv');
    expect([...seen].sort()).toEqual(['@animals/core', '@animals/cv']);
    expect(Object.keys(folders.get('@animals/cv')?.peerDependencies ?? {})).toEqual([]);
  });

  it('installs from its packed files alone, without TensorFlow.js, and splits, as a module and required', async () => {
    const folders = ['core', 'cv-kfold'];
    await Promise.all(folders.map((folder) => buildInto(path.join(temp, folder), folder)));
    const packed = await npm(['pack', '--json', ...folders.map((folder) => `./${folder}`)], temp);
    const tarballs = (JSON.parse(packed) as { filename: string }[]).map(({ filename }) => path.join(temp, filename));
    const project = path.join(temp, 'project');
    mkdirSync(project);
    writeFileSync(path.join(project, 'package.json'), JSON.stringify({ name: 'project', private: true }));
    await npm(['install', ...tarballs], project);
    const lock = readJson<{ packages: Record<string, unknown> }>(path.join(project, 'package-lock.json'));
    const installed = Object.keys(lock.packages).filter((name) => name !== '');
    expect(installed.sort()).toEqual(['node_modules/@animals/core', 'node_modules/@animals/cv']);

    const use = 'console.log([...cv.kFold(7, { k: 3 })].map(({ test }) => test.length).join())';
    writeFileSync(path.join(project, 'use.mjs'), `import * as cv from '@animals/cv';\n${use}`);
    writeFileSync(path.join(project, 'use.cjs'), `const cv = require('@animals/cv');\n${use}`);
    for (const file of ['use.mjs', 'use.cjs']) {
      const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: project, encoding: 'utf8' });
      expect(stdout).toBe('3,2,2\n');
    }
  });
});
