import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ArgumentError, DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { realData } from '../../../../tools/src/testing/index.ts';
import { picture } from '../testing/pictures.ts';
import { pngOf } from '../testing/png-of.ts';
import { withFolder } from '../testing/temporary-folder.ts';
import { scanFolder } from './scan-folder.ts';

const FOXES = {
  'fox/2.jpg': picture('jpeg'),
  'fox/10.jpg': picture('exifJpeg'),
  'other/a.png': picture('grey8'),
  'other/b.jpg': picture('rgba'),
};
const PAIR = { positive: 'fox', negative: 'other' };
const NOT_POSIX = process.platform === 'win32';

describe('scanFolder', () => {
  it('lists a pair of class folders, the negative class first', async () => {
    await withFolder(FOXES, async (root) => {
      const { version, classes, records, skipped } = await scanFolder(root, PAIR);
      expect([version, classes, skipped]).toEqual([1, ['other', 'fox'], []]);
      expect(records.map(({ id }) => id)).toEqual(['other/a.png', 'other/b.jpg', 'fox/10.jpg', 'fox/2.jpg']);
      expect(records[2]).toEqual({
        id: 'fox/10.jpg',
        path: 'fox/10.jpg',
        label: 'fox',
        // sha256sum of the file
        group: '3aa75aa0cfa05ed012b1314f1594eadcc19c265d81e6ea814aa09c4f5a5a6689',
        sourceId: 'fox/10.jpg',
        bytes: 364,
        sha256: '3aa75aa0cfa05ed012b1314f1594eadcc19c265d81e6ea814aa09c4f5a5a6689',
        format: 'jpeg',
        width: 9,
        height: 6,
        orientation: 6,
        exif: true,
        jpegTables: records[3]?.jpegTables,
      });
      expect(records[3]?.jpegTables).toMatch(/^[0-9a-f]{8}$/);
    });
  });

  it('tells the format by the first bytes', async () => {
    await withFolder(FOXES, async (root) => {
      const { records } = await scanFolder(root, PAIR);
      expect(records.find(({ id }) => id === 'other/b.jpg')).toMatchObject({
        format: 'png',
        width: 7,
        jpegTables: null,
      });
    });
  });

  it('takes every sub-folder as a class, by code points, or those that are named', async () => {
    const files = Object.fromEntries(
      ['b', 'B', '\u{1f98a}', '\ufb01'].flatMap((name) => [
        [`${name}/1`, picture('jpeg')],
        [`${name}/2`, picture('jpeg')],
      ]),
    );
    await withFolder({ ...files, 'readme.txt': 'not a class' }, async (root) => {
      const warnings: string[] = [];
      const onWarning = (message: string) => warnings.push(message);
      expect((await scanFolder(root, { onWarning })).classes).toEqual(['B', 'b', '\ufb01', '\u{1f98a}']);
      const named = await scanFolder(root, { classes: ['b', 'B'], onWarning });
      expect(warnings[0]).toContain('B and b, B/1 and b/1, B/2 and b/2: names that differ in case only');
      expect(named.classes).toEqual(['b', 'B']);
      expect(named.records.map(({ label }) => label)).toEqual(['b', 'b', 'B', 'B']);
    });
  });

  it('leaves hidden files out and goes into sub-folders', async () => {
    const more = {
      ...FOXES,
      '.DS_Store': 'x',
      'fox/.DS_Store': 'x',
      'fox/__MACOSX/2.jpg': 'x',
      '__MACOSX/fox/2.jpg': 'x',
      '.git/a': 'x',
      'fox/young/1.jpg': picture('jpeg'),
    };
    await withFolder(more, async (root) => {
      const { classes, records } = await scanFolder(root);
      expect(classes).toEqual(['fox', 'other']);
      expect(records.map(({ id }) => id)).toContain('fox/young/1.jpg');
      expect(records).toHaveLength(5);
    });
  });

  it('groups byte-equal files, or as told', async () => {
    await withFolder({ ...FOXES, 'other/copy.png': picture('grey8') }, async (root) => {
      const groups = (await scanFolder(root, PAIR)).records.map(({ group }) => group);
      expect(groups[0]).toBe(groups[2]);
      expect(new Set(groups).size).toBe(4);
      const told = await scanFolder(root, { ...PAIR, group: (path) => path.slice(0, 5) });
      expect(told.records.map(({ group }) => group)).toEqual(['other', 'other', 'other', 'fox/1', 'fox/2']);
      await expect(scanFolder(root, { ...PAIR, group: () => '' })).rejects.toThrow(ArgumentError);
    });
  });

  it('has a fingerprint of the content, wherever the folder lies', async () => {
    let first = '';
    await withFolder(FOXES, async (root) => {
      first = (await scanFolder(root, PAIR)).fingerprint;
      expect(first).toMatch(/^sha256:[0-9a-f]{64}$/);
      expect((await scanFolder(root, { positive: 'other', negative: 'fox' })).fingerprint).not.toBe(first);
    });
    await withFolder(FOXES, async (root) => {
      expect((await scanFolder(`${root}/../${root.split('/').at(-1)}`, PAIR)).fingerprint).toBe(first);
      await rename(join(root, 'fox/2.jpg'), join(root, 'fox/3.jpg'));
      expect((await scanFolder(root, PAIR)).fingerprint).not.toBe(first);
    });
  });

  it.each([
    ['an empty file', new Uint8Array(0), 'fox/9.jpg: is empty (0 bytes)'],
    ['a text named .jpg', 'just text', 'fox/9.jpg: is no picture of JPEG, PNG'],
    ['a truncated JPEG', picture('jpeg').subarray(0, 300), 'fox/9.jpg: is truncated'],
    ['an oversized header', pngOf({ width: 30_000, height: 30_000 }, new Uint8Array(1)), 'fox/9.jpg: is 30000 x 30000'],
  ])('refuses %s, or lists it as skipped', async (_, content, message) => {
    await withFolder({ ...FOXES, 'fox/9.jpg': content }, async (root) => {
      const error = await scanFolder(root, PAIR).catch((thrown) => thrown);
      expect(error).toBeInstanceOf(DataError);
      expect(error.message).toContain(message);
      expect(error.message).not.toContain('\n');
      const { records, skipped } = await scanFolder(root, { ...PAIR, onBadFile: 'skip' });
      expect(records).toHaveLength(4);
      expect(skipped).toEqual([{ path: 'fox/9.jpg', reason: error.reason }]);
    });
  });

  it('names every bad file in one error', async () => {
    await withFolder({ ...FOXES, 'fox/x.jpg': 'x', 'other/y.jpg': '' }, async (root) => {
      const error = await scanFolder(root, PAIR).catch((thrown) => thrown);
      expect(error.message).toMatch(/^other\/y\.jpg: is empty .*; fox\/x\.jpg: is no picture of .*\(2 bad files\)$/);
      expect(error.cause.errors.map(({ path }: DataError) => path)).toEqual(['other/y.jpg', 'fox/x.jpg']);
    });
  });

  it('refuses missing, empty and lonely classes, and files in their place', async () => {
    await withFolder({ ...FOXES, 'one/1.jpg': picture('jpeg'), file: 'x' }, async (root) => {
      await mkdir(join(root, 'empty'));
      const scan = (positive: string) => scanFolder(root, { positive, negative: 'other' });
      await expect(scan('foxes')).rejects.toThrow(`${join(root, 'foxes')}: does not exist`);
      await expect(scan('empty')).rejects.toThrow('empty: holds no pictures; a class needs at least 2');
      await expect(scan('one')).rejects.toThrow('one: holds 1 picture; a class needs at least 2');
      await expect(scan('file')).rejects.toThrow('file: is a file, not a folder');
      await expect(scanFolder(join(root, 'nowhere'))).rejects.toThrow('nowhere: does not exist');
      await expect(scanFolder(join(root, 'file'))).rejects.toThrow('file: is a file, not a folder');
      await expect(scanFolder(join(root, 'fox'))).rejects.toThrow('holds 0 class folders; 2 to 256 are needed');
    });
  });

  it('gives names one Unicode form on every system, and tells of two that are one', async () => {
    const composed = { 'f\u00fcchse/\u00e9.jpg': picture('jpeg'), 'f\u00fcchse/b.jpg': picture('exifJpeg') };
    const decomposed = Object.fromEntries(Object.entries(composed).map(([path, b]) => [path.normalize('NFD'), b]));
    const others = { 'other/1': picture('grey8'), 'other/2': picture('rgba') };
    const pair = { positive: 'f\u00fcchse', negative: 'other' };
    let first = '';
    await withFolder({ ...composed, ...others }, async (root) => {
      first = (await scanFolder(root, pair)).fingerprint;
    });
    await withFolder({ ...decomposed, ...others }, async (root) => {
      const manifest = await scanFolder(root, pair);
      expect(manifest.fingerprint).toBe(first);
      expect(manifest.records.map(({ id }) => id).at(-1)).toBe('f\u00fcchse/\u00e9.jpg');
      expect((await scanFolder(root)).classes).toEqual(['f\u00fcchse', 'other']);
    });
    const both = { 'other/\u00e9.jpg': picture('jpeg'), 'other/e\u0301.jpg': picture('jpeg') };
    await withFolder({ ...FOXES, ...both }, async (root) => {
      const reason = 'has a name that another file has in another Unicode form';
      await expect(scanFolder(root, PAIR)).rejects.toThrow(`other/\u00e9.jpg: ${reason}`);
      expect((await scanFolder(root, { ...PAIR, onBadFile: 'skip' })).skipped).toEqual([
        { path: 'other/\u00e9.jpg', reason },
      ]);
    });
  });

  it('leaves out what tools left behind, and lists classes without pictures when it collects', async () => {
    const litter = { 'fox/.ipynb_checkpoints/1.jpg': 'x', '.ipynb_checkpoints/1.jpg': 'x', 'fox/Thumbs.db': 'x' };
    await withFolder({ ...FOXES, ...litter, 'bad/1.jpg': 'x' }, async (root) => {
      await mkdir(join(root, 'empty'));
      const { classes, records, skipped } = await scanFolder(root, { onBadFile: 'collect' });
      expect(classes).toEqual(['bad', 'empty', 'fox', 'other']);
      expect(records).toHaveLength(4);
      expect(skipped).toEqual([
        { path: 'bad/1.jpg', reason: expect.stringContaining('is no picture') },
        { path: 'bad', reason: 'holds no pictures; a class needs at least 2' },
        { path: 'empty', reason: 'holds no pictures; a class needs at least 2' },
      ]);
      const skipping = scanFolder(root, { onBadFile: 'skip' });
      await expect(skipping).rejects.toThrow('bad: holds no pictures; a class needs at least 2');
    });
  });

  it.skipIf(NOT_POSIX)('follows links inside the root, and refuses those that leave it', async () => {
    await withFolder({ 'secret.jpg': picture('jpeg'), 'class/1.jpg': picture('jpeg') }, async (outside) => {
      await withFolder(FOXES, async (root) => {
        await symlink('../other/b.jpg', join(root, 'fox/inside.jpg'));
        expect((await scanFolder(root, PAIR)).records.map(({ id }) => id)).toContain('fox/inside.jpg');
        await symlink(join(outside, 'secret.jpg'), join(root, 'fox/out.jpg'));
        await expect(scanFolder(root, PAIR)).rejects.toThrow('fox/out.jpg: is a link that leaves the root folder');
        await symlink(join(outside, 'class'), join(root, 'linked'));
        const linked = scanFolder(root, { positive: 'linked', negative: 'other' });
        await expect(linked).rejects.toThrow('linked: is a link that leaves the root folder');
      });
    });
  });

  it.skipIf(NOT_POSIX)('does not hang on loops and pipes', async () => {
    await withFolder(FOXES, async (root) => {
      await symlink('..', join(root, 'fox/loop'));
      await symlink('self', join(root, 'fox/self'));
      execFileSync('mkfifo', [join(root, 'fox/pipe')]);
      const { skipped } = await scanFolder(root, { ...PAIR, onBadFile: 'skip' });
      expect(skipped).toEqual([
        { path: 'fox/loop', reason: 'is not a plain file' },
        { path: 'fox/pipe', reason: 'is not a plain file' },
        { path: 'fox/self', reason: 'is a link that leads back to itself' },
      ]);
    });
  });

  it.skipIf(NOT_POSIX)('names files and folders that may not be read', async () => {
    await withFolder({ ...FOXES, 'closed/1.jpg': 'x' }, async (root) => {
      await chmod(join(root, 'fox/2.jpg'), 0);
      await chmod(join(root, 'closed'), 0);
      await asOrdinaryUser(async () => {
        await expect(scanFolder(root, PAIR)).rejects.toThrow('fox/2.jpg: cannot be read: permission denied');
        const closed = scanFolder(root, { positive: 'closed', negative: 'other' });
        await expect(closed).rejects.toThrow('closed: cannot be read: permission denied');
      });
    });
  });

  it('refuses options that break a rule', async () => {
    const refused = [
      { positive: 'fox' },
      { negative: 'other' },
      { positive: 'fox', negative: 'fox' },
      { positive: 'fox', negative: 'fox/young' },
      { positive: '../fox', negative: 'other' },
      { positive: '/fox', negative: 'other' },
      { positive: '', negative: 'other' },
      { classes: ['fox'] },
      { classes: ['fox', 'fox'] },
      { classes: ['fox', 'other'], positive: 'fox', negative: 'other' },
      { ...PAIR, onBadFile: 'ignore' },
      { ...PAIR, maxPixels: 0 },
      { ...PAIR, maxPixels: Number.NaN },
    ];
    for (const options of refused) {
      await expect(scanFolder('.', options as typeof PAIR), JSON.stringify(options)).rejects.toThrow(ArgumentError);
    }
  });

  it('tells how far it is, and stops when asked', async () => {
    await withFolder(FOXES, async (root) => {
      const seen: number[] = [];
      await scanFolder(root, { ...PAIR, onProgress: ({ done, total }) => seen.push(done, total) });
      expect(seen).toEqual([1, 4, 2, 4, 3, 4, 4, 4]);
      await expect(scanFolder(root, { ...PAIR, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    });
  });

  it.skipIf(!realData)('lists the real pictures', async () => {
    const pair = { positive: 'fox', negative: 'Fox_negative_class' };
    const { records } = await scanFolder(realData as string, pair);
    expect(records).toHaveLength(200);
    const foxes = records.filter(({ label }) => label === 'fox');
    expect(foxes.every(({ exif, width, height }) => !exif && width * height === 9600)).toBe(true);
    expect((await scanFolder(realData as string)).classes).toHaveLength(6);
  });
});

/** Root may read everything, so it steps down for the while. */
async function asOrdinaryUser(work: () => Promise<void>): Promise<void> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}
