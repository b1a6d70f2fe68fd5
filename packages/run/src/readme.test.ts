import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { SOURCE_ARGV } from './fixtures/run-fixture.ts';

const home = fileURLToPath(new URL('..', import.meta.url));
const blocks = [...readFileSync(path.join(home, 'README.md'), 'utf8').matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)];

// Inside the package, so that it finds itself by its name.
const out = path.join(home, 'out');
mkdirSync(out, { recursive: true });
const folder = mkdtempSync(path.join(out, 'readme-'));
for (const [, name, code] of blocks) writeFileSync(path.join(folder, name as string), code as string);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: string) =>
  execFileSync(process.execPath, [...SOURCE_ARGV, name], { cwd: folder, encoding: 'utf8', timeout: 20_000 });

describe('README', () => {
  it('has blocks that run and print what they promise', () => {
    expect(blocks.map(([, name]) => name)).toEqual(['journal.ts', 'files.ts', 'blobs.ts', 'jobs.ts', 'pool.ts']);
    expect(run('journal.ts')).toBe("started 0\ndone 0\n{ op: 'started', trial: 0 }\n{ op: 'done', trial: 0 }\n");
    expect(run('files.ts')).toBe('');
    expect(JSON.parse(readFileSync(path.join(folder, 'results.json'), 'utf8'))).toEqual({ accuracy: 0.91 });
    expect(run('blobs.ts')).toMatch(/^039058c6f2c0cb49.*\nfrom the start\n$/s);
    expect(run('pool.ts')).toMatch(/\{ done: 3, total: 3 \}\n6\n$/);
  });
});
