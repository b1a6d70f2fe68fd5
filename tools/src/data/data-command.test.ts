import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../../../packages/data-loading/src/testing/zip-of.ts';
import { realData } from '../testing/index.ts';
import { parseDataArguments } from './parse-data-arguments.ts';
import { parseHashList } from './parse-hash-list.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const list = parseHashList(readFileSync(path.join(import.meta.dirname, 'tiger-fox-elephant.sha256'), 'utf8'));
const SIZE = 7_605_545;

/** The archive as it is on its public home: the real pictures below one folder, litter beside them, the size filled up. */
function archive(change = (_path: string, bytes: Buffer) => bytes): Uint8Array {
  const litter = ['__MACOSX/Tiger-Fox-Elephant/._fox', 'Tiger-Fox-Elephant/.DS_Store'].map((name) => ({ path: name }));
  const pictures = [...list.keys()].map((name) => ({
    path: `Tiger-Fox-Elephant/${name}`,
    content: change(name, readFileSync(path.join(realData as string, name))),
    store: true,
  }));
  const without = zipOf([...litter, ...pictures]).length;
  const pad = { path: '__MACOSX/pad', content: new Uint8Array(SIZE - without - 100), store: true };
  const length = zipOf([...litter, ...pictures, pad]).length;
  return zipOf([...litter, ...pictures, { ...pad, content: new Uint8Array(SIZE - without - 100 + SIZE - length) }]);
}

describe('npm run data', () => {
  let server: Server;
  let body: Uint8Array = new Uint8Array(0);
  let folder = '';
  let url = '';
  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(200, { 'content-length': body.length }).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.zip`;
    folder = mkdtempSync(path.join(tmpdir(), 'animals-data-command-'));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  function data(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
    const options = ['--conditions=@animals/source', '--import', 'tsx', 'tools/src/data.ts', ...args];
    const child = spawn(process.execPath, options, { cwd: root, env: { ...process.env, ANIMALS_CACHE: folder } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
  }

  it.skipIf(!realData)(
    'fetches, checks and lays out the pictures, and finds them there the next time',
    async () => {
      body = archive();
      expect(body).toHaveLength(SIZE);
      const first = await data('--url', url);
      expect(first).toMatchObject({ status: 0, out: '' });
      const place = path.join(folder, 'tiger-fox-elephant');
      expect(first.err).toContain('download kB');
      expect(first.err).toContain('extract');
      expect(first.err).toContain(`600 pictures, each with the hash listed: ${place}\n`);
      expect(readdirSync(place)).toHaveLength(6);
      expect(readdirSync(folder)).toEqual(['tiger-fox-elephant']);
      body = new Uint8Array(0);
      expect(await data('--url', url)).toMatchObject({ status: 0, err: expect.stringContaining('(were there)') });
      const name = [...list.keys()].find((each) => each.startsWith('fox/')) as string;
      writeFileSync(path.join(place, name), 'x');
      const damaged = await data('--url', url);
      expect(damaged.status).toBe(1);
      expect(damaged.err).toContain(`${name} is another file; move it away and try again`);
    },
    60_000,
  );

  it.skipIf(!realData)('keeps nothing of an archive of another content', async () => {
    body = archive((name, bytes) => (name.startsWith('tiger/') ? Buffer.from(bytes).fill(1) : bytes));
    const out = path.join(folder, 'other');
    const { status, err } = await data('--url', url, '--out', out, '--quiet');
    expect(status).toBe(1);
    expect(err).toMatch(/is not the data set: .*is another file.* more; it was not kept/);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder)).not.toContain('other.zip');
  });

  it('refuses an archive of another size at once', async () => {
    body = new Uint8Array(5);
    const { status, err } = await data('--url', url, '--out', path.join(folder, 'small'));
    expect(status).toBe(1);
    expect(err).toContain("has 5 bytes by the server's word where 7605545 were expected");
  });

  it('tells how it is used, and of wrong arguments', async () => {
    expect(await data('--help')).toMatchObject({ status: 0, out: expect.stringContaining('--url') });
    expect(await data('--nope')).toMatchObject({ status: 2, err: expect.stringContaining('see --help') });
    expect(parseDataArguments(['--out', 'x'], '/home')).toMatchObject({ out: path.resolve('/home', 'x') });
  });
});

describe('the list of hashes', () => {
  it('has 600 pictures, of which 66 contents stand 136 times', () => {
    const counts = new Map<string, number>();
    for (const hash of list.values()) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    const repeated = [...counts.values()].filter((count) => count > 1);
    expect([list.size, repeated.length, repeated.reduce((a, b) => a + b)]).toEqual([600, 66, 136]);
    expect(() => parseHashList('x')).toThrow('line 1');
  });
});
