import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { loadImages as loadInBrowser } from '../browser/load-images.ts';
import { loadImages } from '../node/load-images.ts';
import { scanFolder } from '../node/scan-folder.ts';
import { picture } from '../testing/pictures.ts';
import { withFolder } from '../testing/temporary-folder.ts';
import { readFrom } from './read-from.ts';
import { scanFiles } from './scan-files.ts';

const FILES = {
  'fox/1.jpg': picture('jpeg'),
  'fox/2.jpg': picture('exifJpeg'),
  'other/1.png': picture('grey8'),
  'other/2.png': picture('rgba'),
  'other/.DS_Store': new Uint8Array(3),
};

describe('scanFiles', () => {
  it('gives what scanFolder gives, but for the root', async () => {
    const options = { positive: 'fox', negative: 'other' };
    const inMemory = await scanFiles(new Map(Object.entries(FILES)), options);
    await withFolder(FILES, async (root) => {
      expect(inMemory).toEqual({ ...(await scanFolder(root, options)), root: '' });
    });
    expect((await scanFiles(new Map(Object.entries(FILES)))).classes).toEqual(['fox', 'other']);
  });

  it('reads blobs, and its manifest loads through a read', async () => {
    const blobs = new Map(Object.entries(FILES).map(([path, bytes]) => [path, new Blob([bytes])]));
    const manifest = await scanFiles(blobs);
    const read = async ({ path }: { path: string }) => new Uint8Array(await (blobs.get(path) as Blob).arrayBuffer());
    expect((await loadImages(manifest, { size: [4, 4], read })).count).toBe(4);
    await expect(loadInBrowser(manifest, { size: [4, 4] })).rejects.toThrow('read must be a function');
  });

  it('takes functions that give bytes when asked, and reads from the files', async () => {
    const files = new Map(Object.entries(FILES).map(([path, bytes]) => [path, async () => bytes]));
    const manifest = await scanFiles(files);
    expect((await loadImages(manifest, { size: [4, 4], read: readFrom(files) })).count).toBe(4);
    const gone = loadImages(manifest, { size: [4, 4], read: readFrom(new Map()) });
    await expect(gone).rejects.toThrow('fox/1.jpg: is not among the files');
    const broken = async () => Promise.reject(new Error('moved'));
    const skipping = await scanFiles(new Map([...files, ['fox/3.jpg', broken]]), { onBadFile: 'skip' });
    expect(skipping.skipped).toEqual([{ path: 'fox/3.jpg', reason: 'cannot be read: moved' }]);
  });

  it('refuses files of fewer than two folders', async () => {
    await expect(scanFiles(new Map([['fox/1.jpg', picture('jpeg')]]))).rejects.toThrow(DataError);
  });
});
