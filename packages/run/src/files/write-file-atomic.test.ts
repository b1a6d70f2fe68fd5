import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../fixtures/temp-folder.ts';
import { mountTinyDisk } from '../fixtures/tiny-disk.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { writeFileAtomic } from './write-file-atomic.ts';
import { writeJsonAtomic } from './write-json-atomic.ts';

const disk = mountTinyDisk();
const whyNot = typeof disk === 'string' ? ` (${disk})` : '';

describe('writeFileAtomic', () => {
  it('writes text and bytes, over what was there, and leaves nothing else', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'results');
    await writeFileAtomic(file, 'Grüße');
    expect(readFileSync(file, 'utf8')).toBe('Grüße');
    await writeFileAtomic(file, Uint8Array.of(1, 2, 3).subarray(1));
    expect([...readFileSync(file)]).toEqual([2, 3]);
    expect(readdirSync(folder)).toEqual(['results']);
  });

  it('leaves one of the contents whole when many write at a time', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'shared');
    const contents = Array.from({ length: 20 }, (_, i) => String(i).repeat(100_000));
    await Promise.all(contents.map((content) => writeFileAtomic(file, content)));
    expect(contents).toContain(readFileSync(file, 'utf8'));
    expect(readdirSync(folder)).toEqual(['shared']);
  });

  it('names the file it cannot write, and cleans up', async () => {
    const folder = tempFolder();
    await expect(writeFileAtomic(path.join(folder, 'no', 'x'), '')).rejects.toThrow(
      /no\/x: does not exist, or its folder/,
    );
    mkdirSync(path.join(folder, 'taken', 'inside'), { recursive: true });
    await expect(writeFileAtomic(path.join(folder, 'taken'), 'x')).rejects.toSatisfy(DataError.isInstance);
    expect(readdirSync(folder)).toEqual(['taken']);
  });

  it.skipIf(typeof disk === 'string')(`leaves the old file whole on a full disk${whyNot}`, async () => {
    if (typeof disk === 'string') return;
    const file = path.join(disk.folder, 'weights');
    await writeFileAtomic(file, 'a'.repeat(30_000));
    await expect(writeFileAtomic(file, 'b'.repeat(60_000))).rejects.toThrow(/weights: no space left on the device/);
    expect(readFileSync(file, 'utf8')).toBe('a'.repeat(30_000));
    expect(readdirSync(disk.folder)).toEqual(['weights']);
  });
});

describe('writeJsonAtomic', () => {
  it('writes indented JSON with a newline at the end', async () => {
    const file = path.join(tempFolder(), 'r.json');
    await writeJsonAtomic(file, { a: [1], b: undefined });
    expect(readFileSync(file, 'utf8')).toBe('{\n  "a": [\n    1\n  ]\n}\n');
    await writeJsonAtomic(file, { a: [1] }, { indent: 0 });
    expect(readFileSync(file, 'utf8')).toBe('{"a":[1]}\n');
  });

  it('refuses what JSON would change, before it touches the file', async () => {
    const file = path.join(tempFolder(), 'r.json');
    await writeJsonAtomic(file, { accuracy: 1 });
    await expect(writeJsonAtomic(file, { accuracy: Number.NaN })).rejects.toThrow('value.accuracy is NaN');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ accuracy: 1 });
  });
});

describe('removeLeftovers', () => {
  it('removes what dead processes of this machine left, and nothing else', async () => {
    const folder = tempFolder();
    const host = hostname().replace(/[^A-Za-z0-9-]/g, '_');
    const dead = `.results.json.${host}.${2 ** 22 + 1}.1.tmp`;
    const others = [
      `.results.json.${host}.${process.pid}.1.tmp`,
      `.results.json.elsewhere.1.1.tmp`,
      'results.json',
      '.tmp',
    ];
    for (const name of [dead, ...others]) writeFileSync(path.join(folder, name), '');
    expect(await removeLeftovers(folder)).toEqual([dead]);
    expect(readdirSync(folder).sort()).toEqual(others.sort());
  });
});
