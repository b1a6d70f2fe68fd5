import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { writeToyAnimals } from '@animals/toy-animals';
import { expect, it } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));

it('is the program that the README shows', () => {
  expect(readFileSync(readme, 'utf8')).toContain(readFileSync(main, 'utf8').trim());
});

it('runs on a folder of pictures', async () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'animals-quickstart-'));
  try {
    const { root, negative } = await writeToyAnimals(path.join(cwd, 'pictures'), {
      animal: 'fox',
      positives: 20,
      negatives: 20,
    });
    renameSync(path.join(root, negative), path.join(root, 'other'));
    const args = ['--conditions=@animals/source', '--import', import.meta.resolve('tsx'), main];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd });
    expect(stdout).toMatch(/Picture size/);
    expect(stdout).toMatch(/mean: [\d.]+/);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}, 90_000);
