import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgumentError } from '@animals/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EntryToWrite, zipOf } from '../testing/zip-of.ts';
import { extractZip } from './extract-zip.ts';

let folder = '';
let target = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'animals-zip-'));
  target = join(folder, 'out', 'set');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function extract(entries: readonly EntryToWrite[], options = {}) {
  await writeFile(join(folder, 'x.zip'), zipOf(entries));
  return extractZip(join(folder, 'x.zip'), target, options);
}

const ENTRIES = [
  { path: 'Set/' },
  { path: 'Set/fox/1.txt', content: 'one' },
  { path: 'Set/.DS_Store', content: 'x' },
  { path: '__MACOSX/Set/fox/._1.txt', content: 'x' },
  { path: 'Set/e\u0301.txt', content: 'two' },
  { path: 'notes.txt', content: 'three' },
];

describe('extractZip', () => {
  it('takes the files out, hidden ones left behind, names in form NFC', async () => {
    const files = await extract(ENTRIES);
    expect(files.map(({ path }) => path)).toEqual(['Set/fox/1.txt', 'Set/\u00e9.txt', 'notes.txt']);
    // printf one | sha256sum
    expect(files[0]).toMatchObject({
      bytes: 3,
      sha256: '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
    });
    expect(await readFile(join(target, 'Set', 'fox', '1.txt'), 'utf8')).toBe('one');
    expect(await readdir(join(folder, 'out'))).toEqual(['set']);
  });

  it('takes out what lies below one folder, without its name', async () => {
    await extract(ENTRIES, { root: 'Set' });
    expect((await readdir(target)).sort()).toEqual(['fox', '\u00e9.txt']);
    await rm(target, { recursive: true });
    await expect(extract(ENTRIES, { root: 'Nothing' })).rejects.toThrow('holds no files below "Nothing"');
    await expect(extract([{ path: '.x' }])).rejects.toThrow('holds no files');
  });

  it.each<[string, EntryToWrite, string]>([
    ['a name that leads out', { path: '../../evil.txt', content: 'x' }, 'does not name a place inside'],
    ['a link', { path: 'link', mode: 0o120777, content: '/etc' }, 'is a link or a device'],
    ['damaged data', { path: 'fox/2.txt', content: 'two', crc: 5 }, 'its checksum is another'],
    ['a bomb', { path: 'bomb', content: new Uint8Array(2 ** 22), bytes: 9 }, 'is not 9 bytes long'],
  ])('leaves nothing behind of an archive with %s', async (_, entry, message) => {
    await expect(extract([...ENTRIES, entry])).rejects.toThrow(message);
    expect(existsSync(target)).toBe(false);
    expect(existsSync(join(folder, 'evil.txt'))).toBe(false);
    expect(existsSync(join(folder, 'out')) ? await readdir(join(folder, 'out')) : []).toEqual([]);
  });

  it('lets the caller refuse, and stop', async () => {
    const check = () => {
      throw new Error('not mine');
    };
    await expect(extract(ENTRIES, { check })).rejects.toThrow('not mine');
    const controller = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 2 && controller.abort(new Error('enough'));
    await expect(extract(ENTRIES, { signal: controller.signal, onProgress })).rejects.toThrow('enough');
    expect(await readdir(join(folder, 'out'))).toEqual([]);
  });

  it('does not touch a folder that is there, and names an archive that is not', async () => {
    await extract(ENTRIES);
    await expect(extract(ENTRIES)).rejects.toThrow(ArgumentError);
    await expect(extractZip(join(folder, 'no.zip'), join(folder, 'y'))).rejects.toThrow('no.zip: does not exist');
  });
});
