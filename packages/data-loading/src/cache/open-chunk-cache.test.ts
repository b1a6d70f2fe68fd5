import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArgumentError, type Manifest } from '@animals/core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoadOptions } from '../load/load-options.ts';
import { loadImages } from '../node/load-images.ts';
import { readFrom } from '../scan/read-from.ts';
import { scanFiles } from '../scan/scan-files.ts';
import { manyPictures } from '../testing/many-pictures.ts';
import { decodeEntry, encodeEntry } from './entry-format.ts';

const FILES = manyPictures(400);
const manifest = await scanFiles(FILES);
const plain = await loadImages(manifest, { size: [5, 4], read: readFrom(FILES) });

let cache = '';
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'animals-cache-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

/** Loads through the cache; `reads` counts the pictures that were read from their files. */
async function load(options: Partial<LoadOptions> = {}, of: Manifest = manifest, files = FILES) {
  let reads = 0;
  const inner = readFrom(files);
  const read: LoadOptions['read'] = (record, whole) => {
    reads++;
    return inner(record, whole);
  };
  const images = await loadImages(of, { size: [5, 4], cache, read, ...options });
  return { images, reads };
}

const entries = async () => (await readdir(cache)).filter((name) => name.endsWith('.pixels')).sort();

describe('the cache of loadImages', () => {
  it('gives what was decoded before, without reading a file', async () => {
    const first = await load();
    expect(first).toEqual({ images: plain, reads: 400 });
    expect((await entries()).length).toBeGreaterThan(2);
    const progress: number[] = [];
    const second = await load({ onProgress: ({ done }) => progress.push(done), concurrency: 1 });
    expect(second).toEqual({ images: plain, reads: 0 });
    expect(progress).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
  });

  it('tells contents and options apart', async () => {
    await load();
    for (const other of [{ size: [4, 5] }, { resize: 'pil-nearest' }, { fit: 'crop' }, { channels: 1 }] as const) {
      expect((await load(other)).reads, JSON.stringify(other)).toBe(400);
    }
    expect((await load({ concurrency: 9, maxPixels: undefined as never, onBadFile: 'skip' })).reads).toBe(0);
  });

  it('decodes no more than the neighbours of a file that is added', async () => {
    await load();
    const files = new Map([...FILES, ['even/00100b.png', manyPictures(401).get('even/00400.png')!]]);
    const { images, reads } = await load({}, await scanFiles(files), files);
    expect(images.count).toBe(401);
    expect(reads).toBeLessThanOrEqual(257);
    expect(reads).toBeGreaterThan(0);
  });

  it('goes on where it was interrupted', async () => {
    const controller = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 250 && controller.abort(new Error('enough'));
    await expect(load({ signal: controller.signal, onProgress })).rejects.toThrow('enough');
    const kept = await entries();
    expect(kept.length).toBeGreaterThan(0);
    const { images, reads } = await load();
    expect(images).toEqual(plain);
    expect(reads).toBeLessThan(400);
    expect(await entries()).toEqual(expect.arrayContaining(kept));
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['a flipped bit', (bytes) => bytes.fill((bytes.at(-3) as number) ^ 1, bytes.length - 3, bytes.length - 2)],
    ['a missing end', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['another header', (bytes) => Buffer.concat([Buffer.from('animals-pixels 2 '), bytes.subarray(17)])],
    ['nothing in it', () => new Uint8Array(0)],
    ['far too much in it', (bytes) => Buffer.concat([bytes, new Uint8Array(2 ** 20)])],
  ])('makes an entry anew that has %s', async (_, damage) => {
    await load();
    const [name] = await entries();
    const file = join(cache, name as string);
    const sound = await readFile(file);
    await writeFile(file, damage(Buffer.from(sound)));
    const { images, reads } = await load();
    expect(images).toEqual(plain);
    expect(reads).toBeGreaterThan(0);
    expect(reads).toBeLessThan(400);
    expect((await readFile(file)).equals(sound)).toBe(true);
  });

  it('remembers pictures that cannot be decoded, but not files that cannot be read', async () => {
    const files = new Map(FILES);
    const bytes = Buffer.from(files.get('even/00000.png') as Uint8Array);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] as number) ^ 255;
    files.set('even/00000.png', new Uint8Array(bytes));
    const damaged = await scanFiles(files);
    const first = await load({ onBadFile: 'skip' }, damaged, files);
    expect(first.images.skipped).toHaveLength(1);
    expect(await load({ onBadFile: 'skip' }, damaged, files)).toEqual({ images: first.images, reads: 0 });
    const away = new Map(FILES);
    away.delete('even/00002.png');
    await rm(cache, { recursive: true });
    expect((await load({ onBadFile: 'skip' }, manifest, away)).images.count).toBe(399);
    expect((await load()).images).toEqual(plain);
  });

  it('keeps within its size, and removes what was used longest ago', async () => {
    await load({ size: [6, 6] });
    const old = await entries();
    for (const name of old) await utimes(join(cache, name), new Date(0), new Date(0));
    await writeFile(join(cache, 'mine.txt'), 'not an entry');
    await load();
    const bytes = (await Promise.all((await entries()).map((name) => stat(join(cache, name))))).reduce(
      (a, s) => a + s.size,
      0,
    );
    await load({ cache: { folder: cache, maxBytes: bytes - 1 } });
    const left = await entries();
    expect(left.length).toBeLessThan(2 * old.length);
    expect((await load()).reads).toBe(0);
    await load({ cache: { folder: cache, maxBytes: 0 } });
    expect(await readdir(cache)).toContain('mine.txt');
    expect((await load()).reads).toBe(0);
  });

  it('loads without it, and says so once, when it cannot be written', async () => {
    await rm(cache, { recursive: true });
    await writeFile(cache, 'a file');
    await expect(load()).rejects.toThrow(cache);
    await rm(cache);
    const warnings: string[] = [];
    const onProgress = ({ done }: { done: number }) => done === 1 && void rm(cache, { recursive: true });
    const { images } = await load({ onWarning: (message) => warnings.push(message), onProgress });
    expect(images).toEqual(plain);
    expect(warnings).toEqual([expect.stringContaining('pictures are not cached: ')]);
  });

  it('refuses what names no folder', async () => {
    await expect(load({ cache: '' })).rejects.toThrow(ArgumentError);
    await expect(load({ cache: { folder: cache, maxBytes: -1 } })).rejects.toThrow(ArgumentError);
  });
});

describe('cache entries', () => {
  it('are read back, or not at all, whatever was done to them', () => {
    const pixels = Uint8Array.from({ length: 60 }, (_, i) => i);
    const chunk = { pixels, failures: [{ at: 1, reason: 'is\nodd', lasting: true }] };
    const entry = encodeEntry(chunk);
    expect(decodeEntry(entry, 3, 20)).toEqual({ ...chunk, pixels: expect.anything() });
    expect(decodeEntry(entry, 2, 30)).toEqual(expect.anything());
    expect(decodeEntry(entry, 3, 21)).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(entry.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Uint8Array.from(entry, (byte, i) => (i === at ? byte ^ flip : byte));
        const read = decodeEntry(damaged, 3, 20);
        if (read) expect(read).toEqual({ ...chunk, pixels: expect.anything() });
        if (read) expect(Array.from(read.pixels)).toEqual(Array.from(pixels));
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => decodeEntry(bytes, 1, 1) === undefined));
  });
});
