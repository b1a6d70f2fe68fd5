import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readmeBlocks } from '../../../tools/src/testing/readme-blocks.ts';
import { manyPictures } from './testing/many-pictures.ts';

const { count, run } = readmeBlocks(new URL('..', import.meta.url));
const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'animals-readme-'));

/** Thirty pictures as a reader may have them, one of them a copy, and a file that is none. */
async function writePictures(): Promise<void> {
  const names = ['Fox_negative_class', 'fox'];
  const files = [...manyPictures(30).values()].map(
    (bytes, i) => [`data/${names[i % 2]}/${i >> 1}.jpg`, bytes] as const,
  );
  const [, copy] = files[3] as (typeof files)[number];
  for (const [path, bytes] of [...files, ['data/fox/copy.jpg', copy] as const]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

describe('README', () => {
  beforeAll(async () => {
    await writePictures();
    process.chdir(folder);
  });
  afterAll(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it('has blocks that run and print what they promise', { timeout: 120_000 }, async () => {
    expect((await run('scan.ts'))[0]).toMatch(/^Fox_negative_class,fox 31 sha256:[0-9a-f]{64}$/);
    await writeFile(join(folder, 'data/fox/text.jpg'), 'text');
    expect(await run('bad-files.ts')).toEqual(['31 [object Object]']);
    expect(await run('audit.ts')).toEqual([...Array(5).fill(expect.stringMatching(/^(none|hint|leak) /)), '1 0']);
    const twice = await run('duplicates.ts');
    expect(twice).toContain('fox/1.jpg,fox/copy.jpg 0 false');
    expect(twice.at(-1)).toMatch(/^1 \d+ 31$/);
    const split = await run('split.ts');
    expect(split[0]?.split(' ').reduce((sum, part) => sum + Number(part), 0)).toBe(31);
    expect(split).toHaveLength(4);
    expect(await run('one-picture.ts')).toHaveLength(2);
    expect(await run('tensors.ts')).toEqual(['2,62,62,3 2,1 3,1', '1,62,62,3 1,1 2']);
    expect(await run('browser.ts')).toEqual([]);
  });

  it('has a block that downloads', async () => {
    vi.stubGlobal('fetch', async () => new Response('hello\n', { headers: { 'content-length': '6' } }));
    expect(await run('download.ts')).toEqual(['downloaded 6']);
    vi.unstubAllGlobals();
    expect(count).toBe(10);
  });

  it('has a block that loads with workers and a cache', { timeout: 120_000 }, async () => {
    // What starts here has no loader of its own: it needs the one that the tests run under.
    const before = process.execArgv;
    process.execArgv = ['--conditions=@animals/source', '--import', import.meta.resolve('tsx')];
    expect(await run('load.ts')).toEqual([`31 ${31 * 124 * 124 * 3}`]);
    process.execArgv = before;
  });
});
