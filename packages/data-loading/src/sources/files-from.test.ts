import { DataError } from '@animals/core';
import { describe, expect, it } from 'vitest';
import { loadImages } from '../node/load-images.ts';
import { readFrom } from '../scan/read-from.ts';
import { scanFiles } from '../scan/scan-files.ts';
import { manyPictures } from '../testing/many-pictures.ts';
import { zipOf } from '../testing/zip-of.ts';
import { filesFromDrop } from './files-from-drop.ts';
import { filesFromList } from './files-from-list.ts';
import { filesFromZip } from './files-from-zip.ts';

const FILES = manyPictures(20);

describe('filesFromZip', () => {
  it('gives the same set as the files themselves', async () => {
    const entries = [...FILES].map(([path, content]) => ({ path: `Set/${path}`, content }));
    const zip = zipOf([{ path: 'Set/.DS_Store' }, { path: '__MACOSX/Set/._x' }, ...entries]);
    const files = await filesFromZip(new Blob([zip]));
    expect([...files.keys()]).toEqual([...FILES.keys()]);
    const manifest = await scanFiles(files);
    expect(manifest.fingerprint).toBe((await scanFiles(FILES)).fingerprint);
    const images = await loadImages(manifest, { size: [4, 4], read: readFrom(files) });
    expect(images).toEqual(await loadImages(manifest, { size: [4, 4], read: readFrom(FILES) }));
  });

  it('names a file that is damaged, or leaves it out', async () => {
    const entries = [...FILES].map(([path, content], i) => ({ path, content, ...(i === 3 && { crc: 1 }) }));
    const files = await filesFromZip(zipOf(entries));
    await expect(scanFiles(files)).rejects.toThrow('its checksum is another');
    expect((await scanFiles(files, { onBadFile: 'skip' })).records).toHaveLength(19);
  });
});

describe('filesFromList', () => {
  it('drops the name of the folder that was chosen', () => {
    const file = (path: string) =>
      Object.assign(new File(['x'], path.split('/').at(-1)!), { webkitRelativePath: path });
    const files = filesFromList(['top/a/1', 'top/b/1', 'top/.DS_Store'].map(file));
    expect([...files.keys()]).toEqual(['a/1', 'b/1']);
    expect([...filesFromList([new File([], 'x.zip')]).keys()]).toEqual(['x.zip']);
    expect(() => filesFromList([file('top/a/1'), file('top/a/1')])).toThrow('top/a/1: is there twice');
  });
});

describe('filesFromDrop', () => {
  it('stops at too many files, and names what cannot be read', async () => {
    const entry = (fullPath: string, readable = true) => ({
      isDirectory: false,
      fullPath,
      file: (done: (file: File) => void, failed: (error: Error) => void) =>
        readable ? done(new File([], 'x')) : failed(new Error('gone')),
    });
    const drop = (...entries: object[]) =>
      ({ items: entries.map((each) => ({ webkitGetAsEntry: () => each })) }) as unknown as DataTransfer;
    expect((await filesFromDrop(drop(entry('/a'), entry('/b')))).size).toBe(2);
    await expect(filesFromDrop(drop(entry('/a'), entry('/b')), { maxFiles: 1 })).rejects.toThrow(
      'b: is one more than 1 files',
    );
    await expect(filesFromDrop(drop(entry('/a', false)))).rejects.toThrow('a: cannot be read: gone');
    await expect(filesFromDrop(drop(entry('/a'), entry('/a')))).rejects.toThrow(DataError);
    await expect(filesFromDrop(drop(entry('/a')), { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );
  });
});
