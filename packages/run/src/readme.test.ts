import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { SOURCE_ARGV } from './fixtures/run-fixture.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];

// Inside the package, so that it finds itself by its name.
const out = path.join(home, 'out');
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(path.join(out, 'readme-'));
for (const [, name, code] of blocks) writeFileSync(path.join(folder, name as string), code as string);

// The blocks name places relative to where they run.
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

// What it describes is collected with this file's own tests.
await import(/* @vite-ignore */ path.join(folder, 'backend.test.ts'));

async function printed(name: string): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await import(/* @vite-ignore */ path.join(folder, name));
    return log.mock.calls.map((call) => format(...call));
  } finally {
    log.mockRestore();
  }
}

describe('README', () => {
  it('has blocks that run and print what they promise', async () => {
    expect(blocks).toHaveLength(9);
    expect(await printed('journal.ts')).toEqual([
      'started 0',
      'done 0',
      "{ op: 'started', trial: 0 }",
      "{ op: 'done', trial: 0 }",
    ]);
    expect(await printed('files.ts')).toEqual([]);
    expect(JSON.parse(readFileSync('results.json', 'utf8'))).toEqual({ accuracy: 0.91 });
    expect(await printed('leftovers.ts')).toEqual(['[]']);
    expect(await printed('blobs.ts')).toEqual([expect.stringMatching(/^039058c6f2c0cb49.*/), 'from the start']);
    expect(await printed('inline.ts')).toEqual(['9']);
    expect(await printed('errors.ts')).toEqual(['RangeError too far false']);
  });

  it('has a pool that runs as a program', () => {
    const options = { cwd: folder, encoding: 'utf8', timeout: 20_000 } as const;
    const output = execFileSync(process.execPath, [...SOURCE_ARGV, 'pool.ts'], options);
    expect(output).toMatch(/\{ done: 3, total: 3 \}\n6\n$/);
  });
});
