import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArgumentError, type Manifest } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { realData } from '../../../../tools/src/testing/index.ts';
import { decodeImage } from '../node/decode-image.ts';
import { loadImages } from '../node/load-images.ts';
import { scanFolder } from '../node/scan-folder.ts';
import { resizeImage } from '../resize/resize-image.ts';
import { picture } from '../testing/pictures.ts';
import { withFolder } from '../testing/temporary-folder.ts';

const FILES = {
  'fox/1.jpg': picture('jpeg'),
  'fox/2.jpg': picture('exifJpeg'),
  'fox/3.jpg': picture('progressive'),
  'other/1.png': picture('grey8'),
  'other/2.png': picture('rgba'),
};
const PAIR = { positive: 'fox', negative: 'other' };

/** A JPEG that is whole by its header and damaged in its scan. */
function damagedJpeg(): Uint8Array {
  const bytes = picture('jpeg');
  bytes.fill(0x55, bytes.length - 20, bytes.length - 2);
  return bytes;
}

describe('loadImages', () => {
  it('decodes and resizes in the order of the manifest', async () => {
    await withFolder(FILES, async (root) => {
      const manifest = await scanFolder(root, PAIR);
      const images = await loadImages(manifest, { size: [4, 3] });
      expect(images).toMatchObject({
        count: 5,
        height: 4,
        width: 3,
        channels: 3,
        classes: ['other', 'fox'],
        skipped: [],
      });
      expect(Array.from(images.labels)).toEqual([0, 0, 1, 1, 1]);
      expect(images.ids).toEqual(['other/1.png', 'other/2.png', 'fox/1.jpg', 'fox/2.jpg', 'fox/3.jpg']);
      expect(images.sourceIds).toEqual(images.ids);
      expect(images.groups).toEqual(manifest.records.map(({ group }) => group));
      for (const [i, id] of images.ids.entries()) {
        const alone = resizeImage(await decodeImage(FILES[id as keyof typeof FILES]), { size: [4, 3] });
        expect(images.pixels.subarray(36 * i, 36 * i + 36)).toEqual(alone.pixels);
      }
    });
  });

  it('decodes and resizes as it is told', async () => {
    await withFolder(FILES, async (root) => {
      const how = { alpha: [255, 0, 0], fit: 'pad', background: [0, 0, 255] } as const;
      const { ids, pixels } = await loadImages(await scanFolder(root, PAIR), { size: [4, 9], resize: 'area', ...how });
      for (const [i, id] of ids.entries()) {
        const { alpha, ...rest } = how;
        const image = await decodeImage(FILES[id as keyof typeof FILES], { alpha });
        const alone = resizeImage(image, { size: [4, 9], method: 'area', ...rest });
        expect(pixels.subarray(108 * i, 108 * i + 108)).toEqual(alone.pixels);
      }
    });
  });

  it('gives the same whatever the concurrency', async () => {
    await withFolder(FILES, async (root) => {
      const manifest = await scanFolder(root, PAIR);
      const one = await loadImages(manifest, { size: [5, 5], concurrency: 1 });
      expect(await loadImages(manifest, { size: [5, 5], concurrency: 16 })).toEqual(one);
      const late = async ({ path }: { path: string }) => {
        await new Promise((resolve) => setTimeout(resolve, path.startsWith('other') ? 20 : 0));
        return FILES[path as keyof typeof FILES];
      };
      expect(await loadImages(manifest, { size: [5, 5], read: late })).toEqual(one);
    });
  });

  it('leaves EXIF orientation alone when told', async () => {
    await withFolder(FILES, async (root) => {
      const images = await loadImages(await scanFolder(root, PAIR), { size: [6, 9], orientation: 'ignore' });
      const length = 6 * 9 * 3;
      expect(images.pixels.subarray(2 * length, 3 * length)).toEqual(images.pixels.subarray(3 * length, 4 * length));
    });
  });

  it('names all bad files, or leaves them out', async () => {
    const files = { ...FILES, 'fox/2.jpg': damagedJpeg() };
    await withFolder(files, async (root) => {
      const manifest = await scanFolder(root, PAIR);
      await writeFile(join(root, 'other/1.png'), picture('palette'));
      const more = {
        ...manifest,
        records: [...manifest.records, { ...manifest.records[2], path: '../x' }],
      } as Manifest;
      const error = await loadImages(more, { size: [4, 4] }).catch((thrown) => thrown);
      expect(error.message).toContain('other/1.png: has changed since it was scanned');
      expect(error.message).toContain('fox/2.jpg: cannot be decoded: ');
      expect(error.message).toContain('../x: ');
      const images = await loadImages(manifest, { size: [4, 4], onBadFile: 'skip' });
      expect(images.ids).toEqual(['other/2.png', 'fox/1.jpg', 'fox/3.jpg']);
      expect(images.pixels).toHaveLength(3 * 4 * 4 * 3);
      expect(images.skipped.map(({ path }) => path)).toEqual(['other/1.png', 'fox/2.jpg']);
      await writeFile(join(root, 'other/2.png'), 'gone');
      const none = loadImages(manifest, { size: [4, 4], onBadFile: 'skip' });
      await expect(none).rejects.toThrow('other: has no picture left');
    });
  });

  it('does not read outside the root for a manifest that says so', async () => {
    await withFolder({ ...FILES, 'root/a/1.jpg': picture('jpeg') }, async (outside) => {
      const manifest = await scanFolder(outside, PAIR);
      const records = manifest.records.map((record) => ({ ...record, path: `../${record.path}` }));
      const lying = { ...manifest, root: join(outside, 'root'), records };
      await expect(loadImages(lying, { size: [4, 4] })).rejects.toThrow('leaves the root folder');
    });
  });

  it('tells how far it is, and stops when asked', async () => {
    await withFolder(FILES, async (root) => {
      const manifest = await scanFolder(root, PAIR);
      const controller = new AbortController();
      const seen: number[] = [];
      const onProgress = ({ done }: { done: number }) => {
        seen.push(done);
        if (done === 2) controller.abort(new Error('enough'));
      };
      const options = { size: [4, 4], concurrency: 1, signal: controller.signal, onProgress } as const;
      await expect(loadImages(manifest, options)).rejects.toThrow('enough');
      expect(seen).toEqual([1, 2]);
    });
  });

  it('refuses options that break a rule', async () => {
    const manifest = { records: [] } as unknown as Manifest;
    for (const wrong of [
      { size: [0, 1] },
      { concurrency: 0 },
      { resize: 'x' },
      { onBadFile: 'x' },
      { background: [0, 0, 0] },
    ]) {
      const options = { size: [4, 4], ...wrong } as { size: [number, number] };
      await expect(loadImages(manifest, options), JSON.stringify(wrong)).rejects.toThrow(ArgumentError);
    }
  });

  it.skipIf(!realData)('loads real pictures as Pillow and TensorFlow do', async () => {
    const pair = { positive: 'tiger', negative: 'Tiger_negative_class' };
    const images = await loadImages(await scanFolder(realData as string, pair), { size: [124, 124] });
    expect(images.count).toBe(200);
    // np.mean([np.floor(tf.image.resize(np.asarray(Image.open(f)), (124, 124)).numpy() + 0.5) for f in both folders])
    const mean = images.pixels.reduce((sum, value) => sum + value, 0) / images.pixels.length;
    expect(mean).toBeCloseTo(101.2308, 4);
  });
});
