import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, serveLoopback } from '../testing/serve-loopback.ts';
import { zipOf } from '../testing/zip-of.ts';
import { type DatasetSource, fetchDataset } from './fetch-dataset.ts';

const FILES = { 'fox/1.txt': 'one', 'other/2.txt': 'two' };
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const zip = (files: Record<string, string>) =>
  zipOf(['Set/.DS_Store', ...Object.keys(files)].map((path) => ({ path: `Set/${path}`, content: files[path] ?? '' })));

let server: LoopbackServer;
let folder = '';
let source: DatasetSource;
beforeAll(async () => {
  server = await serveLoopback();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animals-fetch-'));
  const files = new Map(Object.entries(FILES).map(([path, text]) => [path, hash(text)]));
  source = { url: server.url, root: 'Set', bytes: zip(FILES).length, files };
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const serve = (body: Uint8Array) => server.answer((_, response) => response.end(body));
const fetchIt = () => fetchDataset(source, join(folder, 'set'), { retries: 0 });

describe('fetchDataset', () => {
  it('downloads, takes out and checks, once', async () => {
    serve(zip(FILES));
    const stages = new Set<string>();
    const onProgress = (stage: string) => stages.add(stage);
    const got = await fetchDataset(source, join(folder, 'set'), { onProgress });
    expect(got).toEqual({ folder: join(folder, 'set'), status: 'downloaded', files: 2 });
    expect(await readFile(join(folder, 'set', 'fox', '1.txt'), 'utf8')).toBe('one');
    expect([...stages]).toEqual(['download', 'extract']);
    expect(await readdir(folder)).toEqual(['set']);
    await writeFile(join(folder, 'set', '.DS_Store'), 'x');
    expect(await fetchIt()).toMatchObject({ status: 'present' });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['lacks a file', { 'fox/1.txt': 'one' }, 'other/2.txt is missing'],
    ['has another file', { ...FILES, 'fox/1.txt': 'onE' }, 'fox/1.txt is another file'],
    ['has one more', { ...FILES, 'fox/3.txt': '3' }, 'fox/3.txt is not listed'],
  ])('keeps nothing of an archive that %s', async (_, files, message) => {
    serve(zip(files as Record<string, string>));
    source = { ...source, bytes: zip(files as Record<string, string>).length };
    await expect(fetchIt()).rejects.toThrow(`is not the data set: ${message}; it was not kept`);
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves a folder alone that differs', async () => {
    serve(zip(FILES));
    await fetchIt();
    await writeFile(join(folder, 'set', 'fox', '1.txt'), 'mine');
    await expect(fetchIt()).rejects.toThrow('fox/1.txt is another file; move it away and try again');
    expect(await readFile(join(folder, 'set', 'fox', '1.txt'), 'utf8')).toBe('mine');
  });

  it('says so when what it got is no archive', async () => {
    serve(new Uint8Array(source.bytes as number));
    await expect(fetchIt()).rejects.toThrow('is no zip archive');
    expect(await readdir(folder)).toEqual([]);
  });
});
