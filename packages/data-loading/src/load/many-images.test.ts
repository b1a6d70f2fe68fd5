import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadImages } from '../node/load-images.ts';
import { readFrom } from '../scan/read-from.ts';
import { scanFiles } from '../scan/scan-files.ts';
import { manyPictures } from '../testing/many-pictures.ts';

const SLOW = Boolean(process.env.ANIMALS_SLOW);
const files = manyPictures(10_000);
const read = readFrom(files);
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

describe('loadImages of 10,000 pictures', async () => {
  const manifest = await scanFiles(files);
  const part = { ...manifest, records: manifest.records.filter((_, i) => SLOW || i % 8 === 0) };

  it('holds little beside the result', { timeout: SLOW ? 900_000 : 120_000 }, async () => {
    await loadImages(part, { size: [16, 16], read });
    let most = 0;
    const before = process.memoryUsage().rss;
    const onProgress = ({ done }: { done: number }) => {
      if (done % 100 === 0) most = Math.max(most, process.memoryUsage().rss);
    };
    const images = await loadImages(manifest, { size: [64, 64], read, onProgress });
    expect(images.count).toBe(10_000);
    expect((most - before) / 2 ** 20).toBeLessThan(images.pixels.length / 2 ** 20 + 100);
  });

  it('gives the same for any concurrency, and after an interruption, with few under way', {
    timeout: SLOW ? 900_000 : 120_000,
  }, async () => {
    const one = await loadImages(part, { size: [6, 6], read, concurrency: 1 });
    let underWay = 0;
    let most = 0;
    const counted: typeof read = async (record, whole) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, record.bytes % 2));
      underWay--;
      return read(record, whole);
    };
    expect(await loadImages(part, { size: [6, 6], read: counted, concurrency: 32 })).toEqual(one);
    expect(most).toBeLessThanOrEqual(32);
    const cache = await mkdtemp(join(tmpdir(), 'animals-many-'));
    folders.push(cache);
    const stop = new AbortController();
    const half = part.records.length / 2;
    const onProgress = ({ done }: { done: number }) => done >= half && stop.abort(new Error('enough'));
    const interrupted = loadImages(part, { size: [6, 6], read, cache, onProgress, signal: stop.signal });
    await expect(interrupted).rejects.toThrow('enough');
    let reads = 0;
    const counting: typeof read = (record, whole) => {
      reads++;
      return read(record, whole);
    };
    expect(await loadImages(part, { size: [6, 6], read: counting, cache, concurrency: 7 })).toEqual(one);
    expect(reads).toBeLessThan(0.8 * part.records.length);
  });
});
