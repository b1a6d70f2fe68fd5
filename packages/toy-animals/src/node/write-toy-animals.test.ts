import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataError } from '@animals/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toyGroup } from '../toy-group.ts';
import { markerPath } from './folder-marker.ts';
import { PARTIAL } from './remove-stale.ts';
import { writeToyAnimals } from './write-toy-animals.ts';

const OPTIONS = { animal: 'fox', positives: 6, negatives: 5, size: 32 } as const;
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'toy-animals-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const pictures = () =>
  ['fox', 'Fox_negative_class'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
  );
const bytes = () => pictures().map((name) => readFileSync(path.join(root, name)).toString('base64'));
const born = () => pictures().map((name) => statSync(path.join(root, name)).ino);

describe('writeToyAnimals', () => {
  it('writes both class folders, named as the real set names them', async () => {
    const labels: string[] = [];
    const written = await writeToyAnimals(root, {
      ...OPTIONS,
      onProgress: ({ done, total }) => labels.push(`${done}/${total}`),
    });
    expect(written).toEqual({ root, positive: 'fox', negative: 'Fox_negative_class', count: 11 });
    expect(pictures()).toHaveLength(11);
    expect(pictures()).toContain('fox/noto-0000.png');
    expect(new Set(pictures().map(toyGroup))).toEqual(new Set(['noto', 'fluent', 'paper', 'noto-v1', 'pixel']));
    expect(labels.at(-1)).toBe('11/11');
    expect(readdirSync(root).filter((name) => name.startsWith(PARTIAL))).toEqual([]);
  });

  it('leaves finished pictures alone', async () => {
    await writeToyAnimals(root, OPTIONS);
    const before = born();
    await writeToyAnimals(root, { ...OPTIONS, onProgress: () => expect.fail('nothing is to be drawn') });
    expect(born()).toEqual(before);
  });

  it('puts right a folder with a file missing, cut short, or too many', async () => {
    await writeToyAnimals(root, OPTIONS);
    const whole = bytes();
    const spoil = [
      () => rmSync(path.join(root, 'fox/noto-0000.png')),
      () => truncateSync(path.join(root, 'fox/noto-0000.png'), 10),
      () => writeFileSync(path.join(root, 'Fox_negative_class/stray-0001.png'), 'x'),
      () => rmSync(path.join(root, 'Fox_negative_class'), { recursive: true }),
      () => writeFileSync(markerPath(root, 'fox'), '{"complete":tr'),
    ];
    for (const damage of spoil) {
      damage();
      await writeToyAnimals(root, OPTIONS);
      expect(bytes()).toEqual(whole);
    }
  });

  it('draws anew for other settings, and keeps another animal in the same place', async () => {
    await writeToyAnimals(root, OPTIONS);
    const before = bytes();
    await writeToyAnimals(root, { ...OPTIONS, animal: 'tiger' });
    expect(bytes()).toEqual(before);
    await writeToyAnimals(root, { ...OPTIONS, seed: 1 });
    expect(bytes().filter((picture) => before.includes(picture))).toEqual([]);
    await writeToyAnimals(root, { ...OPTIONS, negatives: 0 });
    expect(pictures()).toHaveLength(6);
  });

  it('leaves nothing behind when it is stopped, and goes through the next time', async () => {
    const controller = new AbortController();
    const stop = ({ done }: { done: number }) => done === 4 && controller.abort(new Error('enough'));
    await expect(writeToyAnimals(root, { ...OPTIONS, signal: controller.signal, onProgress: stop })).rejects.toThrow(
      'enough',
    );
    expect(readdirSync(root)).toEqual([]);
    await writeToyAnimals(root, OPTIONS);
    expect(pictures()).toHaveLength(11);
  });

  it('sweeps up after a process that was killed', async () => {
    mkdirSync(path.join(root, `${PARTIAL}999999999-abc`));
    mkdirSync(path.join(root, `${PARTIAL}${process.pid}-def`));
    await writeToyAnimals(root, OPTIONS);
    expect(readdirSync(root).filter((name) => name.startsWith(PARTIAL))).toEqual([`${PARTIAL}${process.pid}-def`]);
  });

  it('gives one whole folder to two writers at once', async () => {
    await Promise.all([writeToyAnimals(root, OPTIONS), writeToyAnimals(root, OPTIONS)]);
    expect(pictures()).toHaveLength(11);
  });

  it("never touches anyone else's pictures", async () => {
    mkdirSync(path.join(root, 'fox'));
    writeFileSync(path.join(root, 'fox/holiday.jpg'), 'precious');
    await expect(writeToyAnimals(root, OPTIONS)).rejects.toThrow(DataError);
    expect(readFileSync(path.join(root, 'fox/holiday.jpg'), 'utf8')).toBe('precious');
  });
});
